import type { PdfGlyph } from './pdfjs.ts';

/** How a stretch of glyphs is drawn: one entry for each change of font, size, direction or mode. */
export interface GlyphStyle {
  /** Index into the document's fonts. */
  readonly font: number;
  /** Height of an em on the page, in points. */
  readonly size: number;
  /** Unit vector along the baseline, in display space (y down). */
  readonly alongX: number;
  readonly alongY: number;
  /** Unit vector from the baseline to the top of the letters. */
  readonly upX: number;
  readonly upY: number;
  /** Extent above and below the baseline, in ems. */
  readonly ascent: number;
  readonly descent: number;
  readonly invisible: boolean;
}

/** Glyphs between the beginning and the end of marked content, `[first, end)` in drawing order. */
export interface MarkedContent {
  readonly first: number;
  end: number;
  /** How many marks it stands inside of. */
  readonly depth: number;
}

/**
 * The glyphs of a page in drawing order, as columns that grow: where each starts on its baseline (in
 * display points), how far it advances, and how it is drawn. Advances hold neither character nor word
 * spacing, so a gap is the distance from the end of one glyph to the start of the next.
 */
export class RawGlyphs {
  count = 0;
  readonly glyph: PdfGlyph[] = [];
  readonly styles: GlyphStyle[] = [];
  x = new Float64Array(1024);
  y = new Float64Array(1024);
  advance = new Float64Array(1024);
  style = new Uint16Array(1024);
  /** Glyphs that copy one drawn before at nearly the same place. */
  readonly copies = new Set<number>();
  /** Marked content in the order in which it begins. */
  readonly marked: MarkedContent[] = [];
  readonly #open: MarkedContent[] = [];

  beginMarked(): void {
    const mark = { first: this.count, end: this.count, depth: this.#open.length };
    this.marked.push(mark);
    this.#open.push(mark);
  }

  endMarked(): void {
    const mark = this.#open.pop();
    if (mark) mark.end = this.count;
  }

  /** Appends a glyph drawn in the latest style. */
  add(glyph: PdfGlyph, place: { x: number; y: number; advance: number }): void {
    const at = this.count;
    if (at === this.x.length) this.#grow();
    this.glyph.push(glyph);
    this.x[at] = place.x;
    this.y[at] = place.y;
    this.advance[at] = place.advance;
    this.style[at] = this.styles.length - 1;
    this.count = at + 1;
  }

  #grow(): void {
    const size = this.x.length * 2;
    this.x = grown(this.x, new Float64Array(size));
    this.y = grown(this.y, new Float64Array(size));
    this.advance = grown(this.advance, new Float64Array(size));
    this.style = grown(this.style, new Uint16Array(size));
  }
}

function grown<Column extends Float64Array | Uint16Array>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}
