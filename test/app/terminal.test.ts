import fc from 'fast-check';
import { expect, test } from 'vitest';
import { failureMessage, printable } from '../../src/app/terminal.ts';
import { SamutError } from '../../src/document/error.ts';

test.each([
  ['รายงาน น้ำ.pdf', 'รายงาน น้ำ.pdf'],
  ['\x1b]0;owned\x07.pdf', '\\x1b]0;owned\\x07.pdf'],
  ['a\r\nb\tc', 'a\\x0d\\x0ab\\x09c'],
  ['\x9b31m', '\\x9b31m'],
  ['a\u202Efdp', 'a\\u202efdp'],
])('%j is shown as %s', (text, shown) => {
  expect(printable(text)).toBe(shown);
});

test('nothing that a terminal would obey is left of any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(printable(text)).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
    }),
  );
});

test('a failure that a user can act on is its message; anything else is called a bug', () => {
  expect(failureMessage(new SamutError('corrupt', 'x.pdf is corrupt.'))).toBe('x.pdf is corrupt.');
  expect(failureMessage(new RangeError('out'))).toBe(
    'internal error (RangeError: out). This is a bug of samut; please report it.',
  );
});
