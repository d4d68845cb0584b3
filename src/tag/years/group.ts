import type { Span } from '../../document/span.ts';
import { type AtomOptions, readAtom, type YearAtom } from './atom.ts';
import { expandYear } from './era.ts';
import type { Item, ItemText } from './item.ts';
import type { CalendarEra } from './reading.ts';

/** How the years of a group hang together. */
export type GroupShape =
  | 'single'
  | 'range' // 2550-2558, 2557-70, พ.ศ. 2550 ถึง พ.ศ. 2555
  | 'slash' // 2562/63: a year that straddles two
  | 'chain'; // 2557-58-59: these years

/** One year or several written as one: the years are in full, in their era. */
export interface YearGroup extends Span {
  readonly years: readonly number[];
  readonly era: CalendarEra;
  readonly explicit: boolean;
  readonly shape: GroupShape;
  readonly mended: boolean;
  readonly next: number;
}

/** Years that a range spans at most. */
const LONGEST_RANGE = 600;

/** Reads a year, a range, a straddling year or a chain at an item; null when there is none. */
export function readGroup(items: ItemText, index: number, options: AtomOptions = {}): YearGroup | null {
  const first = readAtom(items, index, options);
  if (first === null) return null;
  return chain(items, first) ?? range(items, first, options) ?? slash(items, first) ?? single(first);
}

function single(atom: YearAtom): YearGroup {
  const { start, end, era, explicit, mended, next } = atom;
  return { start, end, years: [atom.year], era, explicit, shape: 'single', mended, next };
}

function joined(first: YearAtom, last: Span & { next: number }, rest: Partial<YearGroup>): YearGroup {
  return { ...single(first), end: last.end, next: last.next, ...rest };
}

function chain(items: ItemText, first: YearAtom): YearGroup | null {
  const years = [first.year];
  let end = first.end;
  let next = first.next;
  for (;;) {
    const number = items.next(next + 1, 'number');
    const last = years.at(-1) ?? 0;
    if (items.next(next, 'dash')?.gap !== 'none' || number?.gap !== 'none' || number.digits !== 2) break;
    if (last - (last % 100) + number.number !== last + 1) break;
    years.push(last + 1);
    end = number.end;
    next += 2;
  }
  if (years.length < 3) return null;
  return joined(first, { start: first.start, end, next }, { years, shape: 'chain' });
}

function range(items: ItemText, first: YearAtom, options: AtomOptions): YearGroup | null {
  const sign = items.next(first.next, 'dash', 'to');
  if (sign === null || items.items[first.next + 1] === undefined) return null;
  // "2550 ถึงปี 2552", "2550 - ปี 2552"
  const at = items.next(first.next + 1, 'year') === null ? first.next + 1 : first.next + 2;
  const number = items.next(at, 'number');
  const era = items.next(at, 'era');
  if (number === null && era === null) return null;
  const last = readAtom(items, at, { ...options, era: first.era });
  if (last !== null && last.digits >= 3) return fullRange(first, last);
  if (number === null || number.digits > 2 || items.gluedRight(number)) return null;
  return shortRange(items, first, { number, next: at + 1 });
}

function fullRange(first: YearAtom, last: YearAtom): YearGroup | null {
  if (last.era !== first.era) return null;
  const far = Math.abs(last.year - first.year) > LONGEST_RANGE;
  if (far || (last.year <= first.year && !first.explicit)) return null;
  const explicit = first.explicit || last.explicit;
  return joined(first, last, { years: [first.year, last.year], shape: 'range', explicit });
}

/** `2567-70`, `68-70`, `2560-3`: the end lacks what it shares with the beginning. */
function shortRange(
  items: ItemText,
  first: YearAtom,
  { number, next }: { readonly number: Item; readonly next: number },
): YearGroup | null {
  if (/^[-–]\d/.test(items.text.slice(number.end, number.end + 2))) return null;
  const base = number.digits === 2 ? 100 : 10;
  let year = first.year - (first.year % base) + number.number;
  if (first.digits === 2) year = expandYear(number.number, first.era);
  if (number.digits === 1 && (number.gap !== 'none' || !first.explicit)) return null;
  if (year <= first.year || first.digits < number.digits) return null;
  const last = { start: number.start, end: number.end, next };
  return joined(first, last, { years: [first.year, year], shape: 'range' });
}

function slash(items: ItemText, first: YearAtom): YearGroup | null {
  const number = items.next(first.next + 1, 'number');
  if (items.next(first.next, 'slash')?.gap !== 'none' || number?.gap !== 'none') return null;
  const short = number.digits === 2 && (first.year + 1) % 100 === number.number;
  const full = number.digits === 4 && first.year + 1 === number.number;
  if ((!short && !full) || items.gluedRight(number)) return null;
  const last = { start: number.start, end: number.end, next: first.next + 2 };
  return joined(first, last, { years: [first.year, first.year + 1], shape: 'slash' });
}
