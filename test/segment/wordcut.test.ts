import { expect, test } from 'vitest';
import { wordcut } from '../../src/segment/engines/wordcut.ts';
import { segmentText } from '../../src/segment/index.ts';

/** Texts in which wordcut 0.9.1 gives the last letter of a word to the unknown character after it. */
test.each([
  ['ต่างๆ', ['ต่าง', 'ๆ']],
  ['สหรัฐฯ', ['สหรัฐ', 'ฯ']],
  ['ไปไหน?', ['ไป', 'ไหน', '?']],
  ['ดีมาก!', ['ดี', 'มาก', '!']],
  ['แล้ว;', ['แล้ว', ';']],
  ['ดีใจ😀', ['ดีใจ', '😀']],
  ['ดีครับ\u200b', ['ดี', 'ครับ', '\u200b']],
  ['café', ['café']],
])('wordcut leaves the word before an unknown character whole: %s', (text, tokens) => {
  expect(segmentText(text, { engine: 'wordcut' })).toEqual(tokens);
});

test('the mended path parts a word from the unknown letters after it', () => {
  expect(wordcut.cut('มากฟหก')[0]).toBe(3);
});

test('loading wordcut leaks no globals', () => {
  wordcut.cut('กา');
  expect(Object.keys(globalThis)).not.toContain('defaultDict');
  expect(Object.keys(globalThis)).not.toContain('words');
});
