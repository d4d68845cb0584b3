import { expect, test } from 'vitest';
import { thaiOfPrivateUse } from '../../src/document/thai-private-use.ts';

/** After HarfBuzz's `hb-ot-shaper-thai.cc`: character, Windows code points, Mac OS code points. */
const table: readonly [number, readonly number[], readonly number[]][] = [
  [0x0e31, [0xf710], [0xf884]],
  [0x0e34, [0xf701], [0xf885]],
  [0x0e35, [0xf702], [0xf886]],
  [0x0e36, [0xf703], [0xf887]],
  [0x0e37, [0xf704], [0xf888]],
  [0x0e47, [0xf712], [0xf889]],
  [0x0e48, [0xf705, 0xf70a, 0xf713], [0xf88a, 0xf88b, 0xf88c]],
  [0x0e49, [0xf706, 0xf70b, 0xf714], [0xf88d, 0xf88e, 0xf88f]],
  [0x0e4a, [0xf707, 0xf70c, 0xf715], [0xf890, 0xf891, 0xf892]],
  [0x0e4b, [0xf708, 0xf70d, 0xf716], [0xf893, 0xf894, 0xf895]],
  [0x0e4c, [0xf709, 0xf70e, 0xf717], [0xf896, 0xf897, 0xf898]],
  [0x0e4d, [0xf711], [0xf899]],
  [0x0e38, [0xf718], [0xf89b]],
  [0x0e39, [0xf719], [0xf89c]],
  [0x0e3a, [0xf71a], [0xf89d]],
  [0x0e0d, [0xf70f], [0xf89a]],
  [0x0e10, [0xf700], [0xf89e]],
];

test.each(table)('U+%s is what its private-use code points stand for', (code, windows, macintosh) => {
  for (const place of [...windows, ...macintosh]) {
    expect(thaiOfPrivateUse(place)).toBe(String.fromCharCode(code));
  }
});

test('every code point of both tables stands for a Thai character, and no other does', () => {
  const known = table.flatMap(([, windows, macintosh]) => [...windows, ...macintosh]).sort((a, b) => a - b);
  const found = Array.from({ length: 0x1900 }, (_, i) => 0xe000 + i).filter(
    (code) => thaiOfPrivateUse(code) !== '',
  );
  expect(found).toEqual(known);
});
