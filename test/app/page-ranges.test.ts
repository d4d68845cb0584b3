import { expect, test } from 'vitest';
import { parseFormats } from '../../src/app/formats.ts';
import { parsePages } from '../../src/app/page-ranges.ts';
import { type Format, writers } from '../../src/write/index.ts';

test.each([
  ['3', [[3, 3]]],
  [
    '1-5,10',
    [
      [1, 5],
      [10, 10],
    ],
  ],
  [
    '10,1-5',
    [
      [1, 5],
      [10, 10],
    ],
  ],
  [' 2 - 4 , 4-6', [[2, 6]]],
  ['1,2,3', [[1, 3]]],
  ['1-10,2-3', [[1, 10]]],
])('pages %j', (text, ranges) => {
  expect(parsePages(text)).toEqual(ranges);
});

test.each(['', '0', '5-2', '1-', '-3', 'a', '1,,2', '1.5', '1-2-3', '99999999999'])(
  'pages %j are none',
  (text) => {
    expect(() => parsePages(text)).toThrow(/^Expected pages from 1 such as 1-5,10, got "/);
  },
);

test('formats are listed once each, in the order given', () => {
  expect(parseFormats('text, json,text')).toEqual(['text', 'json']);
});

test('an unknown format is told with those that there are, and they are those that are written', () => {
  const names = Object.keys(writers) as Format[];
  expect(() => parseFormats('docx')).toThrow(`Expected formats of ${names.join(', ')}, got "docx".`);
  expect(parseFormats(names.join(','))).toEqual(names);
});
