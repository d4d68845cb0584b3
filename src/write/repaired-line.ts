import type { Repair, TaggedPage } from '../document/page.ts';
import { undoRepairs } from '../document/repairs.ts';
import type { Span } from '../document/span.ts';

/** A line of a page, or a part of a long one, as the source claims it and as it reads after repair. */
export interface BeforeAfter {
  readonly page: number;
  readonly before: string;
  readonly after: string;
  /** How many repairs of letters the line holds. */
  readonly repairs: number;
}

/** A line that is longer is cut at its spaces, to be read on a terminal; in UTF-16 units. */
const readable = 120;

/** The line of the page with the most repaired letters, the first of equals; null when there is none. */
export function repairedLine(page: TaggedPage): BeforeAfter | null {
  let best: BeforeAfter | null = null;
  let next = 0;
  for (const { start, end } of passagesOf(page.text)) {
    const within: Repair[] = [];
    for (
      let repair = page.repairs[next];
      repair !== undefined && repair.end <= end;
      repair = page.repairs[next]
    ) {
      if (repair.start >= start) within.push(repair);
      next += 1;
    }
    const repairs = within.filter(changesLetters).length;
    if (repairs > (best?.repairs ?? 0)) {
      const after = page.text.slice(start, end);
      best = { page: page.number, before: undone(after, within, start), after, repairs };
    }
  }
  return best;
}

/** The lines of a text; long ones in parts, as many words as are readable in each. */
function* passagesOf(text: string): Generator<Span> {
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const lineEnd = newline < 0 ? text.length : newline;
    const end = lineEnd - start <= readable ? lineEnd : breakBefore(text, start, lineEnd);
    yield { start, end };
    start = end + 1;
  }
}

/** The last space that leaves a readable part, or the first one there is. */
function breakBefore(text: string, start: number, lineEnd: number): number {
  const last = text.lastIndexOf(' ', start + readable);
  if (last > start) return last;
  const first = text.indexOf(' ', start + 1);
  return first < 0 || first > lineEnd ? lineEnd : first;
}

/** The line before its repairs, in one line. */
function undone(line: string, repairs: readonly Repair[], lineStart: number): string {
  const local = repairs.map((repair) => ({
    ...repair,
    start: repair.start - lineStart,
    end: repair.end - lineStart,
  }));
  return undoRepairs(line, local).replaceAll('\n', ' ');
}

/** Whether a reader sees the change in the letters, not only in the spaces between words. */
function changesLetters({ before, after }: Repair): boolean {
  return before.replace(/\s/g, '') !== after.replace(/\s/g, '');
}
