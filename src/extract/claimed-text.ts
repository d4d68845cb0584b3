import type { Box } from '../document/box.ts';
import { GlyphFlag, type Glyphs } from '../document/glyphs.ts';
import type { Line } from '../document/page.ts';
import type { Span } from '../document/span.ts';
import type { RawLine } from './line.ts';
import type { GlyphOrder } from './marks.ts';
import type { PageTable } from './page-table.ts';
import type { MarkedContent, RawGlyphs } from './raw-glyphs.ts';
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
  /** The table that it stands in, as an index into the page's tables, or -1. */
  readonly table: number;
  /** Whether it is an entry of a contents page. */
  readonly entry: boolean;
}

/**
 * A table of the claimed text. Its text is its cells row by row, each whole: a tab parts cells, a line
 * end parts rows and the lines of a cell.
 */
export interface TextTable extends Span {
  /** As many spans in each row as the table has columns; a cell that covers several places stands in each. */
  readonly cells: readonly (readonly Span[])[];
}

/** What the page claims, in reading order. */
export interface ClaimedText {
  readonly text: string;
  readonly lines: readonly TextLine[];
  readonly tables: readonly TextTable[];
  readonly glyphs: Glyphs;
  /** Space glyphs at the ends of lines, and lines of nothing else: layout, not text. */
  readonly trimmed: number;
  /** The marked content of the page, in the order in which it begins. */
  readonly marked: readonly MarkedContent[];
}

/** What stands in the text for a glyph that the PDF gives no Unicode value. */
export const unmapped = '\ufffd';

interface Sources {
  readonly glyphs: RawGlyphs;
  readonly frames: Frames;
  readonly isBold: (font: number) => boolean;
  /** The glyphs of each line in reading order. */
  readonly orders: ReadonlyMap<RawLine, GlyphOrder>;
}

/** Writes the lines out as text, and turns the glyphs' columns into reading order. */
export function claimText(lines: readonly RawLine[], sources: Sources): ClaimedText {
  const writer = new Writer(sources);
  for (const line of lines) {
    if (line.table) writer.addTable(line.table, line);
    else writer.addLine(line, { before: '\n', region: line.region, table: -1 });
  }
  return writer.finish();
}

interface Place {
  /** What parts the line from what stands before it. */
  readonly before: string;
  readonly region: number;
  readonly table: number;
}

/** Writes lines and tables one after the other. */
class Writer {
  readonly #sources: Sources;
  readonly #builder: Builder;
  readonly #lines: TextLine[] = [];
  readonly #tables: TextTable[] = [];
  #trimmed = 0;

  constructor(sources: Sources) {
    this.#sources = sources;
    this.#builder = new Builder(sources.glyphs);
  }

  /** Adds a line, unless it is nothing but spaces; says whether it did. */
  addLine(line: RawLine, { before, region, table }: Place): boolean {
    const order = this.#sources.orders.get(line) ?? [];
    const kept = trim(order, this.#sources.glyphs);
    this.#trimmed += order.length - kept.length;
    if (kept.length === 0) return false;
    const builder = this.#builder;
    if (builder.text !== '') builder.text += before;
    const start = builder.text.length;
    const { bold, size } = builder.addLine(kept, this.#sources);
    const { direction, baseline, entry = false } = line;
    const box = builder.boxOfLast(kept.length);
    this.#lines.push({
      start,
      end: builder.text.length,
      box,
      size,
      direction,
      baseline,
      region,
      bold,
      table,
      entry,
    });
    return true;
  }

  addTable({ rows, columns, cells }: PageTable, { region }: RawLine): void {
    const builder = this.#builder;
    const grid = Array.from({ length: rows }, (): Span[] => []);
    if (builder.text !== '') builder.text += '\n';
    const start = builder.text.length;
    const origins = new Map(cells.map((cell) => [cell.row * columns + cell.column, cell]));
    for (let field = 0; field < rows * columns; field++) {
      if (field > 0) builder.text += field % columns === 0 ? '\n' : '\t';
      const cell = origins.get(field);
      if (!cell) continue;
      const span = this.#addCell(cell.lines, region);
      for (let row = cell.row; row < cell.row + cell.rows; row++) {
        grid[row]?.splice(cell.column, 0, ...Array<Span>(cell.columns).fill(span));
      }
    }
    this.#tables.push({ start, end: builder.text.length, cells: grid });
  }

  #addCell(lines: readonly RawLine[], region: number): Span {
    const start = this.#builder.text.length;
    let before = '';
    for (const line of lines) {
      if (this.addLine(line, { before, region, table: this.#tables.length })) before = '\n';
    }
    return { start, end: this.#builder.text.length };
  }

  finish(): ClaimedText {
    const builder = this.#builder;
    return {
      text: builder.text,
      lines: this.#lines,
      tables: this.#tables,
      glyphs: builder.finish(),
      trimmed: this.#trimmed,
      marked: this.#sources.glyphs.marked,
    };
  }
}

/** What most glyphs of a line are, by how many each style has. */
function weigh(
  counts: ReadonlyMap<number, number>,
  { glyphs, isBold }: Pick<Sources, 'glyphs' | 'isBold'>,
): { bold: number; size: number } {
  const sizes = new Map<number, number>();
  let bold = 0;
  let all = 0;
  for (const [index, count] of counts) {
    const style = glyphs.styles[index];
    if (!style) continue;
    sizes.set(style.size, (sizes.get(style.size) ?? 0) + count);
    if (isBold(style.font)) bold += count;
    all += count;
  }
  const size = [...sizes].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0])[0];
  return { bold: bold / Math.max(1, all), size };
}

function trim(order: GlyphOrder, glyphs: RawGlyphs): GlyphOrder {
  let first = 0;
  let end = order.length;
  while (first < end && isBlank(glyphs, order[first])) first++;
  while (end > first && isBlank(glyphs, order[end - 1])) end--;
  return first === 0 && end === order.length ? order : order.slice(first, end);
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
  readonly #drawn: Uint32Array;

  constructor(raw: RawGlyphs) {
    this.#raw = raw;
    this.#code = new Uint32Array(raw.count);
    this.#font = new Uint16Array(raw.count);
    this.#advance = new Float32Array(raw.count);
    this.#box = new Float32Array(raw.count * 4);
    this.#start = new Uint32Array(raw.count);
    this.#end = new Uint32Array(raw.count);
    this.#flags = new Uint8Array(raw.count);
    this.#drawn = new Uint32Array(raw.count);
  }

  /** Adds the glyphs of a line; returns the share of them that is bold, and the size of most. */
  addLine(order: GlyphOrder, { glyphs, frames, isBold }: Sources): { bold: number; size: number } {
    const spaces = findSpaces(order, { glyphs, frames });
    const counts = new Map<number, number>();
    let style = -1;
    let since = 0;
    for (let i = 0; i < order.length; i++) {
      const glyph = order[i] ?? 0;
      if (spaces[i] === 1) this.text += ' ';
      const now = glyphs.style[glyph] ?? 0;
      if (now !== style) {
        counts.set(style, (counts.get(style) ?? 0) + i - since);
        [style, since] = [now, i];
      }
      this.#addGlyph(glyph);
    }
    counts.set(style, (counts.get(style) ?? 0) + order.length - since);
    return weigh(counts, { glyphs, isBold });
  }

  #addGlyph(index: number): void {
    const raw = this.#raw;
    const at = this.#count++;
    const glyph = raw.glyph[index];
    const style = raw.styles[raw.style[index] ?? 0];
    if (!glyph || !style) return;
    const unicode = glyph.unicode === '' ? unmapped : glyph.unicode.toWellFormed();
    this.#code[at] = glyph.originalCharCode;
    this.#drawn[at] = index;
    this.#font[at] = style.font;
    this.#advance[at] = raw.advance[index] ?? 0;
    this.#start[at] = this.text.length;
    this.text += unicode;
    this.#end[at] = this.text.length;
    this.#flags[at] =
      (style.invisible ? GlyphFlag.invisible : 0) |
      (glyph.isInFont ? GlyphFlag.inFont : 0) |
      (glyph.unicode === '' ? GlyphFlag.unmapped : 0) |
      (raw.copies.has(index) ? GlyphFlag.copy : 0);
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
      drawn: this.#drawn.slice(0, count),
    };
  }
}
