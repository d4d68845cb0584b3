import { type Box, unionBoxes } from './box.ts';
import { positionMap } from './edit.ts';
import type { Glyphs } from './glyphs.ts';
import type { RepairedPage } from './page.ts';
import type { Span } from './span.ts';

/** A page as far as tracing needs it. */
export type TracedPage = Pick<RepairedPage, 'repairs' | 'glyphs'>;

/** Leads from the repaired text of a page back to what the source drew, and forth again. */
export interface Trace {
  /** The span of the claimed text that a span of the repaired text came from. */
  claimed(span: Span): Span;
  /** The span of the repaired text that holds what a span of the claimed text became. */
  repaired(span: Span): Span;
  /** The glyphs behind a span of the repaired text, as `[first, end)` of the page's glyphs. */
  glyphs(span: Span): Span;
  /** Their boxes, one for each line that the span touches; empty where the source has no glyphs. */
  boxes(span: Span): Box[];
}

/**
 * Makes the trace of a page: linear in its repairs once, logarithmic for each span.
 *
 * @example
 * const year = page.years[0];
 * tracePage(page).boxes(year); // [[x0, y0, x1, y1]], in points from the top left
 */
export function tracePage({ repairs, glyphs }: TracedPage): Trace {
  const map = positionMap(repairs.map((repair) => ({ ...repair, after: repair.before })));
  const claimed = ({ start, end }: Span): Span => {
    const from = map.forward(start, -1);
    return { start: from, end: end > start ? Math.max(from, map.forward(end, 1)) : from };
  };
  const repaired = ({ start, end }: Span): Span => {
    const from = map.back(start, -1);
    return { start: from, end: end > start ? Math.max(from, map.back(end, 1)) : from };
  };
  const glyphSpan = (span: Span): Span =>
    glyphs ? glyphsWithin(glyphs, claimed(span)) : { start: 0, end: 0 };
  return {
    claimed,
    repaired,
    glyphs: glyphSpan,
    boxes: (span) => (glyphs ? lineBoxes(glyphs, glyphSpan(span)) : []),
  };
}

/** The glyphs that drew a span of the claimed text. */
function glyphsWithin(glyphs: Glyphs, { start, end }: Span): Span {
  const first = countWhile(glyphs.count, (i) => (glyphs.end[i] ?? 0) <= start);
  const last = countWhile(glyphs.count, (i) => (glyphs.start[i] ?? 0) < end);
  return { start: first, end: Math.max(first, last) };
}

/** How many leading indices hold a condition that, once false, stays false. */
function countWhile(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The boxes of glyphs in reading order, joined as long as they stand beside each other. */
function lineBoxes(glyphs: Glyphs, { start, end }: Span): Box[] {
  const boxes: Box[] = [];
  for (let i = start; i < end; i++) {
    const box = boxAt(glyphs, i);
    const last = boxes.at(-1);
    const joined = last && isBeside(last, box) ? unionBoxes([last, box]) : null;
    if (joined) boxes[boxes.length - 1] = joined;
    else boxes.push(box);
  }
  return boxes;
}

function boxAt({ box }: Glyphs, i: number): Box {
  return [box[4 * i] ?? 0, box[4 * i + 1] ?? 0, box[4 * i + 2] ?? 0, box[4 * i + 3] ?? 0];
}

/** Whether two boxes share most of their height, or (turned text) of their width. */
function isBeside(a: Box, b: Box): boolean {
  const high = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  const wide = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const flat = high > 0.5 * Math.min(a[3] - a[1], b[3] - b[1]);
  return flat || (wide > 0.5 * Math.min(a[2] - a[0], b[2] - b[0]) && wide > 0);
}
