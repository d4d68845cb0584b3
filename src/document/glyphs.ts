/**
 * The glyphs of a page in reading order, as a table of columns. `start[i]` and `end[i]` are the
 * UTF-16 span of glyph `i` in the page's claimed text; characters that no glyph drew (spaces inferred
 * from gaps, line ends) belong to no span. Starts never decrease.
 */
export interface Glyphs {
  readonly count: number;
  /** Character code in the font, as the content stream has it. */
  readonly code: Uint32Array;
  /** Index into the document's fonts. */
  readonly font: Uint16Array;
  /** Advance along the baseline, in points, without character and word spacing. */
  readonly advance: Float32Array;
  /** `x0, y0, x1, y1` of each glyph in points, origin top left of the page as displayed. */
  readonly box: Float32Array;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** Bits of {@link GlyphFlag}. */
  readonly flags: Uint8Array;
  /** The place of each glyph in the order in which the page draws them. */
  readonly drawn?: Uint32Array;
}

/** What is known of a glyph besides its place. */
export const GlyphFlag = {
  /** Drawn in a way that nobody sees: render mode 3, or off the page. */
  invisible: 1,
  /** The embedded font program holds the glyph. */
  inFont: 2,
  /** The PDF gave no Unicode value: the text holds U+FFFD in its place. */
  unmapped: 4,
  /** Drawn before, at nearly the same place: for bold type, or as a shadow. */
  copy: 8,
} as const;

/** The index of the glyph that drew the character at `offset` of the claimed text, or -1. */
export function glyphAt(glyphs: Glyphs, offset: number): number {
  let low = 0;
  let high = glyphs.count - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if ((glyphs.end[middle] ?? 0) <= offset) low = middle + 1;
    else if ((glyphs.start[middle] ?? 0) > offset) high = middle - 1;
    else return middle;
  }
  return -1;
}
