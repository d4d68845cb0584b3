import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeName } from '../../src/write/file-name.ts';

test.each([
  ['รายงาน ๒๕๕๑.pdf', 'รายงาน ๒๕๕๑'],
  ['น้ำท่วม.PDF', 'น้ำท่วม'],
  ['report.v2.pdf', 'report.v2'],
  ['notes.txt', 'notes'],
  ['stdin', 'stdin'],
  ['../../etc/passwd', 'passwd'],
  ['..\\..\\boot.pdf', 'boot'],
  ['-rf.pdf', 'rf'],
  ['.hidden.pdf', 'hidden'],
  ['a\0b\x1b[31m.pdf', 'ab[31m'],
  ['invoice\u202Efdp.pdf', 'invoicefdp'],
  ['ไทย\u200Bคำ.pdf', 'ไทยคำ'],
  ['CON.pdf', '_CON'],
  ['lpt1.backup.pdf', '_lpt1.backup'],
  ['a<b>:c"|?*.pdf', 'a_b__c____'],
  ['trailing. . .pdf', 'trailing'],
  ['e\u0301te\u0301.pdf', 'été'],
  ['.pdf', 'document'],
  ['...', 'document'],
  ['', 'document'],
])('%j becomes %j', (fileName, expected) => {
  expect(safeName(fileName)).toBe(expected);
});

test('a long Thai name is cut between grapheme clusters', () => {
  const name = safeName(`${'น้ำ'.repeat(100)}.pdf`);
  expect(name).toBe('น้ำ'.repeat(20));
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(180);
});

test('any name is safe: one part, no control characters, not too long, NFC, never empty', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (fileName) => {
      const name = safeName(fileName);
      expect(name).not.toMatch(/[/\\\p{Cc}<>:"|?*]|^[.\s-]|[.\s]$|^$/u);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(181);
      expect(name.isWellFormed()).toBe(true);
      expect(safeName(name)).toBe(name.replace(/\.(pdf|txt)$/i, ''));
    }),
    { numRuns: 2000 },
  );
});
