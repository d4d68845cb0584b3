import type { Edits, PositionMap } from '../document/edit.ts';
import type { Span } from '../document/span.ts';

/** Where a span of the text before the edits stands after them, or null where an edit changed it. */
export function untouchedSpan(edits: Edits, map: PositionMap, { start, end }: Span): Span | null {
  const last = edits[lastBefore(edits, end)];
  if (last !== undefined && last.end > start) return null;
  return { start: map.forward(start, 1), end: map.forward(end, -1) };
}

/** Index of the last edit that starts before an offset, or -1. */
function lastBefore(edits: Edits, offset: number): number {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edits[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * The spans of the text before the edits, in the offsets of the text after them, without those whose
 * beginning or end an edit has written over: what they cover can no longer be said.
 */
export function wholeSpans<S extends Span>(spans: readonly S[], edits: Edits, map: PositionMap): S[] {
  return spans.flatMap((span) => {
    const { start, end } = span;
    if (isInside(edits, start) || isInside(edits, end)) return [];
    return [{ ...span, start: map.forward(start, 1), end: map.forward(end, -1) }];
  });
}

/** Whether an edit replaced characters on both sides of an offset. */
function isInside(edits: Edits, offset: number): boolean {
  const last = edits[lastBefore(edits, offset)];
  return last !== undefined && last.end > offset;
}
