/**
 * Shifted and tailless glyphs of Thai fonts at private-use code points: the tables of Windows
 * (U+F700 to U+F71A) and of Mac OS (U+F884 to U+F89E), as HarfBuzz's Thai shaper has them. In escapes,
 * so that no editor puts SARA U, SARA UU and PHINTHU into their canonical order, which is another.
 */
const WINDOWS =
  'ฐ\u0e34\u0e35\u0e36\u0e37\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e48\u0e49\u0e4a\u0e4b\u0e4cญ' +
  '\u0e31\u0e4d\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e38\u0e39\u0e3a';
const MACINTOSH =
  '\u0e31\u0e34\u0e35\u0e36\u0e37\u0e47\u0e48\u0e48\u0e48\u0e49\u0e49\u0e49\u0e4a\u0e4a\u0e4a' +
  '\u0e4b\u0e4b\u0e4b\u0e4c\u0e4c\u0e4c\u0e4dญ\u0e38\u0e39\u0e3aฐ';

/** The Thai character that a private-use code point stands for in Thai fonts, or `''`. */
export function thaiOfPrivateUse(code: number): string {
  if (code >= 0xf700 && code <= 0xf71a) return WINDOWS.charAt(code - 0xf700);
  return code >= 0xf884 && code <= 0xf89e ? MACINTOSH.charAt(code - 0xf884) : '';
}
