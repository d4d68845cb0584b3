import type { Repair, TaggedPage } from '../document/page.ts';
import { undoRepairs } from '../document/repairs.ts';

/** A line of a page as the source claims it and as it reads after repair. */
export interface BeforeAfter {
  readonly page: number;
  readonly before: string;
  readonly after: string;
  /** How many repairs of letters the line holds. */
  readonly repairs: number;
}

/** Longer lines are no use to a reader of a terminal, in UTF-16 units. */
const maxLength = 400;

/** The line of the page with the most repaired letters, the first of equals; null when there is none. */
export function repairedLine(page: TaggedPage): BeforeAfter | null {
  let best: BeforeAfter | null = null;
  let next = 0;
  let start = 0;
  for (const line of page.text.split('\n')) {
    const end = start + line.length;
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
    if (repairs > (best?.repairs ?? 0) && line.length <= maxLength) {
      best = { page: page.number, before: undone(line, within, start), after: line, repairs };
    }
    start = end + 1;
  }
  return best;
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
