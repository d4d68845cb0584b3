/** What extends the character before it (Unicode Grapheme_Cluster_Break: Extend, SpacingMark, ZWJ). */
const EXTENDS = /^[\p{M}\u0eb3\u200c\u200d\uff9e\uff9f\u{1f3fb}-\u{1f3ff}\u{e0020}-\u{e007f}]/u;

/** What joins with the character after it (Grapheme_Cluster_Break: Prepend). */
const PREPENDS =
  /[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e\u{110bd}\u{110cd}\u{111c2}\u{111c3}\u{1193f}\u{11941}\u{11a3a}\u{11a84}-\u{11a89}\u{11d46}\u{11f02}]$/u;

const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}]/u;
const PICTOGRAPH = /^\p{Extended_Pictographic}/u;

const ZERO_WIDTH_JOINER = 0x200d;
const FIRST_COMBINING = 0x0300;
const FIRST_THAI = 0x0e00;
const SARA_AM = 0x0e33;

/**
 * Whether the offset lies inside a grapheme cluster (Unicode Standard Annex 29), so that no token may
 * end there. Pairs of regional indicators and syllables of Hangul are the rules' to keep together.
 */
export function insideGrapheme(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const before = text.charCodeAt(at - 1);
  if (!(code >= FIRST_COMBINING) || Number.isNaN(before)) return false;
  if (code > FIRST_THAI && code < 0x0e80) return isThaiMark(code) && !CONTROL.test(text.charAt(at - 1));
  if (isLow(code) && isHigh(before)) return true;
  if (EXTENDS.test(text.slice(at, at + 2))) return !CONTROL.test(text.charAt(at - 1));
  return before === ZERO_WIDTH_JOINER && PICTOGRAPH.test(text.slice(at, at + 2));
}

/** Whether the character before the offset joins with the one after it, as it does with any but a control. */
export function afterPrepend(text: string, at: number): boolean {
  if (CONTROL.test(text.charAt(at))) return false;
  return text.charCodeAt(at - 1) >= 0x0600 && PREPENDS.test(text.slice(Math.max(0, at - 2), at));
}

function isThaiMark(code: number): boolean {
  return code === 0x0e31 || (code >= SARA_AM && code <= 0x0e3a) || (code >= 0x0e47 && code <= 0x0e4e);
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
