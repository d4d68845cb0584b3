import type { Box } from '../document/box.ts';
import { GlyphFlag, type Glyphs } from '../document/glyphs.ts';
import type { Line } from '../document/page.ts';
import type { Span } from '../document/span.ts';
import type { RawLine } from './line.ts';
import type { GlyphOrder } from './marks.ts';
import type { RawGlyphs } from './raw-glyphs.ts';
import type { Frames } from './run.ts';
import { findSpaces, isBlank } from './spacing.ts';

/** A line of the claimed text with what block building needs to know of it. */
export interface TextLine extends Line {
  readonly box: Box;
  readonly size: number;
  readonly direction: number;
  readonly baseline: number;
  /** The column or stretch of the page that it belongs to. */
  readonly region: number;
  /** Share of its letters that are bold, 0 to 1. */
  readonly bold: number;
  /** The stretches of the line that wide gaps part: one where nothing does. */
  readonly cells: readonly TextCell[];
}

/** A stretch of a line between wide gaps, and where it begins and ends along the line, in points. */
export interface TextCell extends Span {
  readonly from: number;
  readonly to: number;
}

/** What the page claims, in reading order. */
export interface ClaimedText {
  readonly text: string;
  readonly lines: readonly TextLine[];
  readonly glyphs: Glyphs;
  /** Space glyphs at the ends of lines, and lines of nothing else: layout, not text. */
  readonly trimmed: number;
}

/** A gap this wide, in ems, parts cells: spaces included, or with no space glyph drawn in it. */
const cellGap = { drawn: 1.6, blank: 0.9 };

/** What stands in the text for a glyph that the PDF gives no Unicode value. */
export const unmapped = '\ufffd';

interface Sources {
  readonly glyphs: RawGlyphs;
  readonly frames: Frames;
  readonly isBold: (font: number) => boolean;
}

/** Writes the lines out as text, and turns the glyphs' columns into reading order. */
export function claimText(
  lines: readonly { line: RawLine; order: GlyphOrder }[],
  sources: Sources,
): ClaimedText {
  const builder = new Builder(sources.glyphs);
  const textLines: TextLine[] = [];
  let trimmed = 0;
  for (const { line, order } of lines) {
    const kept = trim(order, sources.glyphs);
    trimmed += order.length - kept.length;
    if (kept.length === 0) continue;
    if (textLines.length > 0) builder.text += '\n';
    const start = builder.text.length;
    const { bold, cells } = builder.addLine(kept, sources);
    textLines.push({
      start,
      end: builder.text.length,
      box: builder.boxOfLast(kept.length),
      size: line.size,
      direction: line.direction,
      baseline: line.baseline,
      region: line.region,
      bold,
      cells,
    });
  }
  return { text: builder.text, lines: textLines, glyphs: builder.finish(), trimmed };
}

function trim(order: GlyphOrder, glyphs: RawGlyphs): GlyphOrder {
  let first = 0;
  let end = order.length;
  while (first < end && isBlank(glyphs, order[first])) first++;
  while (end > first && isBlank(glyphs, order[end - 1])) end--;
  return first === 0 && end === order.length ? order : order.slice(first, end);
}

/** Cuts a line into cells at wide gaps. */
class CellCutter {
  readonly #cells: TextCell[] = [];
  #start: number;
  #end: number;
  #from = Number.NaN;
  #pen = Number.NEGATIVE_INFINITY;
  #spaced = false;

  constructor(start: number) {
    this.#start = start;
    this.#end = start;
  }

  add(span: Span, ink: { from: number; to: number; size: number }): void {
    // The gap is blank when nothing stands in the text between, or only a space that no glyph drew.
    const limit = this.#spaced ? cellGap.drawn : cellGap.blank;
    this.#spaced = false;
    if (this.#end > this.#start && ink.from - this.#pen > limit * ink.size) {
      this.#cells.push({ start: this.#start, end: this.#end, from: this.#from, to: this.#pen });
      this.#start = span.start;
      this.#from = ink.from;
    }
    if (Number.isNaN(this.#from)) this.#from = ink.from;
    this.#pen = Math.max(this.#pen, ink.to);
    this.#end = span.end;
  }

  /** Notes a space glyph before the next letter. */
  addSpace(): void {
    this.#spaced = true;
  }

  finish(): TextCell[] {
    return [...this.#cells, { start: this.#start, end: this.#end, from: this.#from, to: this.#pen }];
  }
}

class Builder {
  text = '';
  #count = 0;
  readonly #raw: RawGlyphs;
  readonly #code: Uint32Array;
  readonly #font: Uint16Array;
  readonly #advance: Float32Array;
  readonly #box: Float32Array;
  readonly #start: Uint32Array;
  readonly #end: Uint32Array;
  readonly #flags: Uint8Array;

  constructor(raw: RawGlyphs) {
    this.#raw = raw;
    this.#code = new Uint32Array(raw.count);
    this.#font = new Uint16Array(raw.count);
    this.#advance = new Float32Array(raw.count);
    this.#box = new Float32Array(raw.count * 4);
    this.#start = new Uint32Array(raw.count);
    this.#end = new Uint32Array(raw.count);
    this.#flags = new Uint8Array(raw.count);
  }

  /** Adds a line; returns the share of it that is bold, and its cells. */
  addLine(order: GlyphOrder, { glyphs, frames, isBold }: Sources): Pick<TextLine, 'bold' | 'cells'> {
    const spaces = findSpaces(order, { glyphs, frames });
    const cutter = new CellCutter(this.text.length);
    let bold = 0;
    for (let i = 0; i < order.length; i++) {
      const glyph = order[i] ?? 0;
      const style = glyphs.styles[glyphs.style[glyph] ?? 0];
      const from = frames.along[glyph] ?? 0;
      const to = from + (glyphs.advance[glyph] ?? 0);
      const blank = isBlank(glyphs, glyph);
      if (spaces[i] === 1) this.text += ' ';
      if (isBold(style?.font ?? 0)) bold++;
      const start = this.text.length;
      this.#addGlyph(glyph);
      if (blank) cutter.addSpace();
      else cutter.add({ start, end: this.text.length }, { from, to, size: style?.size ?? 1 });
    }
    return { bold: bold / order.length, cells: cutter.finish() };
  }

  #addGlyph(index: number): void {
    const raw = this.#raw;
    const at = this.#count++;
    const glyph = raw.glyph[index];
    const style = raw.styles[raw.style[index] ?? 0];
    if (!glyph || !style) return;
    const unicode = glyph.unicode === '' ? unmapped : glyph.unicode.toWellFormed();
    this.#code[at] = glyph.originalCharCode;
    this.#font[at] = style.font;
    this.#advance[at] = raw.advance[index] ?? 0;
    this.#start[at] = this.text.length;
    this.text += unicode;
    this.#end[at] = this.text.length;
    this.#flags[at] =
      (style.invisible ? GlyphFlag.invisible : 0) |
      (glyph.isInFont ? GlyphFlag.inFont : 0) |
      (glyph.unicode === '' ? GlyphFlag.unmapped : 0);
    this.#setBox(at, index);
  }

  #setBox(at: number, index: number): void {
    const raw = this.#raw;
    const style = raw.styles[raw.style[index] ?? 0];
    if (!style) return;
    const x = raw.x[index] ?? 0;
    const y = raw.y[index] ?? 0;
    const advance = raw.advance[index] ?? 0;
    const top = style.ascent * style.size;
    const bottom = style.descent * style.size;
    const endX = x + advance * style.alongX;
    const endY = y + advance * style.alongY;
    const box = this.#box;
    box[4 * at] = Math.min(x, endX) + Math.min(top * style.upX, bottom * style.upX, 0);
    box[4 * at + 1] = Math.min(y, endY) + Math.min(top * style.upY, bottom * style.upY, 0);
    box[4 * at + 2] = Math.max(x, endX) + Math.max(top * style.upX, bottom * style.upX, 0);
    box[4 * at + 3] = Math.max(y, endY) + Math.max(top * style.upY, bottom * style.upY, 0);
  }

  /** The box around the last `count` glyphs. */
  boxOfLast(count: number): Box {
    const box = this.#box;
    let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = this.#count - count; i < this.#count; i++) {
      x0 = Math.min(x0, box[4 * i] ?? x0);
      y0 = Math.min(y0, box[4 * i + 1] ?? y0);
      x1 = Math.max(x1, box[4 * i + 2] ?? x1);
      y1 = Math.max(y1, box[4 * i + 3] ?? y1);
    }
    return [x0, y0, x1, y1];
  }

  finish(): Glyphs {
    const count = this.#count;
    return {
      count,
      code: this.#code.slice(0, count),
      font: this.#font.slice(0, count),
      advance: this.#advance.slice(0, count),
      box: this.#box.slice(0, 4 * count),
      start: this.#start.slice(0, count),
      end: this.#end.slice(0, count),
      flags: this.#flags.slice(0, count),
    };
  }
}
