import type { RawLine } from './line.ts';
import { orderOfLine } from './line-order.ts';
import { findOverprint } from './overprint.ts';
import type { RawGlyphs } from './raw-glyphs.ts';
import { type Frames, glyphsOfRun, type Run } from './run.ts';

/** The reading order of a line's glyphs, as indices into the raw glyphs. */
export type GlyphOrder = number[];

/** How far above or below a baseline, in ems, a stray mark may stand and belong to the line. */
const rise = { above: 1.25, below: 0.6 };
/** How far, in ems, a mark may stand from the end of its letter. */
const reach = 0.7;

/**
 * Some writers draw all marks of a line in a second pass, or before their letters. Each such mark goes
 * after the letter whose end it stands at: a Thai mark has no width and is drawn back over its letter.
 * Marks that find no letter stay where they were drawn, as a line of their own.
 */
export function placeStrayMarks(
  lines: readonly RawLine[],
  strays: readonly Run[],
  { glyphs, frames }: { glyphs: RawGlyphs; frames: Frames },
): { orders: Map<RawLine, GlyphOrder>; homeless: Run[] } {
  const orders = new Map(lines.map((line) => [line, orderOfLine(line, { glyphs, frames })]));
  for (const order of orders.values()) {
    for (const copy of findOverprint(order, { glyphs, frames })) glyphs.copies.add(copy);
  }
  const homeless: Run[] = [];
  const marks = new Map<RawLine, number[]>();
  for (const run of strays) {
    const line = homeOf(run, lines);
    if (line) marks.set(line, [...(marks.get(line) ?? []), ...glyphsOfRun(run)]);
    else homeless.push(run);
  }
  for (const [line, strayMarks] of marks) {
    orders.set(line, insertMarks(orders.get(line) ?? [], strayMarks, { glyphs, frames }));
  }
  return { orders, homeless };
}

function homeOf(run: Run, lines: readonly RawLine[]): RawLine | null {
  let best: RawLine | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    if (line.direction !== run.direction) continue;
    const offset = (run.baseline - line.baseline) / line.size;
    const inside = run.to > line.from - line.size && run.from < line.to + line.size;
    if (!inside || offset < -rise.above || offset > rise.below) continue;
    if (Math.abs(offset) < nearest) {
      nearest = Math.abs(offset);
      best = line;
    }
  }
  return best;
}

function insertMarks(
  order: GlyphOrder,
  strayMarks: readonly number[],
  { glyphs, frames }: { glyphs: RawGlyphs; frames: Frames },
): GlyphOrder {
  const ends = order.map((glyph) => (frames.along[glyph] ?? 0) + (glyphs.advance[glyph] ?? 0));
  const after = new Map<number, number[]>();
  for (const mark of strayMarks) {
    const at = nearestEnd(ends, frames.along[mark] ?? 0, reach * sizeOf(glyphs, mark));
    after.set(at, [...(after.get(at) ?? []), mark]);
  }
  const placed = order.flatMap((glyph, i) => [glyph, ...(after.get(i) ?? [])]);
  return [...(after.get(-1) ?? []), ...placed];
}

function sizeOf(glyphs: RawGlyphs, glyph: number): number {
  return glyphs.styles[glyphs.style[glyph] ?? 0]?.size ?? 0;
}

/** The glyph whose end is nearest to `at`; the last of equals, so that marks stack in drawing order. */
function nearestEnd(ends: readonly number[], at: number, limit: number): number {
  let best = -1;
  let nearest = limit;
  for (let i = 0; i < ends.length; i++) {
    const distance = Math.abs((ends[i] ?? 0) - at);
    if (distance <= nearest) {
      nearest = distance;
      best = i;
    }
  }
  return best;
}
