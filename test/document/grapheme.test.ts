import fc from 'fast-check';
import { expect, it } from 'vitest';
import { graphemeEnd, graphemes } from '../../src/document/grapheme.ts';

it('keeps marks and SARA AM with their letter', () => {
  expect([...graphemes('ที่น้ำเก่า')]).toEqual(['ที่', 'น้ำ', 'เ', 'ก่', 'า']);
  expect([...graphemes('e\u0301 \u{1f600}\r\n')]).toEqual(['e\u0301', ' ', '\u{1f600}', '\r\n']);
});

it('cuts Thai and Latin as Intl.Segmenter does', () => {
  const unit = fc.constantFrom(
    'ก',
    'ำ',
    'า',
    'เ',
    '่',
    'ิ',
    'ุ',
    'ํ',
    'ฯ',
    '๑',
    'a',
    '\u0301',
    ' ',
    '\n',
    '\r',
    '\u{1f600}',
  );
  const segmenter = new Intl.Segmenter('th', { granularity: 'grapheme' });
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 20 }), (text) => {
      const expected = [...segmenter.segment(text)].map((part) => part.segment);
      expect([...graphemes(text)]).toEqual(expected);
      expect([...graphemes(text)].join('')).toBe(text);
    }),
  );
});

it('ends within the text', () => {
  expect(graphemeEnd('ก', 0)).toBe(1);
  expect(graphemeEnd('', 0)).toBe(0);
});
