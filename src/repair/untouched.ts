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
