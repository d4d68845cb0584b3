/** A contour as straight pieces between points: `x0, y0, x1, y1, ...` in font units. */
export type Contour = readonly number[];

/** An embedded font program, whatever its format. Glyphs are numbered as the program numbers them. */
export interface FontProgram {
  readonly glyphCount: number;
  readonly unitsPerEm: number;
  /** The texts that the program itself gives its glyphs (cmap, names, substitutions), by glyph. */
  readonly texts: ReadonlyMap<number, GlyphText>;
  /** The glyph that a simple font's code draws; undefined where the program does not say. */
  glyphOfCode(code: number): number | undefined;
  /** The glyph of a name (Type 1, CFF), or undefined. */
  glyphOfName(name: string): number | undefined;
  /** The glyph of a CID (CFF with CIDs; otherwise the number itself). */
  glyphOfCid(cid: number): number;
  /** The outline; empty for a glyph without ink; null where it cannot be read. */
  outline(glyph: number): readonly Contour[] | null;
}

/** A text that the program gives a glyph, and the part of the program that says so. */
export interface GlyphText {
  readonly text: string;
  /** `cmap`, `name`, or `GSUB`. */
  readonly source: string;
  /** All characters that the cmap gives the glyph, where it gives several. */
  readonly all?: readonly string[];
}
