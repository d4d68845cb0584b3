import { expect, test } from 'vitest';
import { partWord } from '../../src/segment/english.ts';

test.each([
  ["don't", [2, 5]],
  ['don\u2019t', [2, 5]],
  ["children's", [8, 10]],
  ['cannot', [3, 6]],
  ['UN-ACT', [6]],
  ["'", [1]],
  ["rock'n'roll", [11]],
  ["café's", [6]],
])('%s has parts that end at %j', (word, ends) => {
  expect(partWord(word)).toEqual(ends);
});
