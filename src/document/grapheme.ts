import { SARA_AM, THAI_MARK, thaiClass } from './thai.ts';

const COMBINING = /^[\p{M}\u200c\u200d\ufe00-\ufe0f]$/u;

/**
 * Whether a text may be cut at an offset without parting a mark from its letter: a boundary of
 * grapheme clusters (UAX #29, extended), exact for Thai and Latin text, careful elsewhere.
 * SARA AM belongs to the letter before it, as UAX #29 says.
 */
export function isGraphemeBoundary(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true;
  const code = text.charCodeAt(offset);
  const before = text.charCodeAt(offset - 1);
  if (before === 0x0d) return code !== 0x0a;
  if (before === 0x0a || code < 0x0300) return true;
  const thai = thaiClass(code);
  if (thai !== 0) return (thai & THAI_MARK) === 0 && code !== SARA_AM;
  if (code >= 0xdc00 && code < 0xe000) return !isHighSurrogate(before);
  if (before === 0x200d) return false;
  return !COMBINING.test(String.fromCodePoint(text.codePointAt(offset) ?? 0));
}

/** The end of the grapheme cluster that starts at an offset. */
export function graphemeEnd(text: string, offset: number): number {
  let end = offset + 1;
  while (end < text.length && !isGraphemeBoundary(text, end)) end += 1;
  return Math.min(end, text.length);
}

/**
 * The grapheme clusters of a text, in order; joined they are the text.
 *
 * @example
 * [...graphemes('น้ำ')]; // ['น้ำ']
 */
export function* graphemes(text: string): Generator<string> {
  for (let start = 0; start < text.length; ) {
    const end = graphemeEnd(text, start);
    yield text.slice(start, end);
    start = end;
  }
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}
