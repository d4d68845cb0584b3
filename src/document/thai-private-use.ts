/**
 * Shifted and tailless glyphs of Thai fonts at private-use code points: the tables of Windows
 * (U+F700 to U+F71A) and of Mac OS (U+F884 to U+F89E), as HarfBuzz's Thai shaper has them.
 */
const WINDOWS = 'ฐิีึื่้๊๋์่้๊๋์ญัํ็่้๊๋์ฺุู';
const MACINTOSH = 'ัิีึื็่่่้้้๊๊๊๋๋๋์์์ํญฺุูฐ';

/** The Thai character that a private-use code point stands for in Thai fonts, or `''`. */
export function thaiOfPrivateUse(code: number): string {
  if (code >= 0xf700 && code <= 0xf71a) return WINDOWS.charAt(code - 0xf700);
  return code >= 0xf884 && code <= 0xf89e ? MACINTOSH.charAt(code - 0xf884) : '';
}
