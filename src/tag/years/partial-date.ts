import type { Span } from '../../document/span.ts';
import { readAtom, type YearAtom } from './atom.ts';
import { daysInMonth, edtfDate } from './edtf.ts';
import { gregorianYear, gregorianYearOfMonth, isShortYear } from './era.ts';
import type { Item, ItemText } from './item.ts';
import { unitFollows } from './unit.ts';

/** Two digits from which on a number after a short month is its year whatever follows. */
const SURE_SHORT_YEAR = 35;

/** A date as far as it is written out: `31 ม.ค.` lacks its year, `ตุลาคม 2560` its day. */
export interface PartialDate extends Span {
  readonly day: number | null;
  readonly month: number;
  readonly atom: YearAtom | null;
  readonly mended: boolean;
  readonly next: number;
}

/** Reads a date with its month in words or marked by `เดือน`; null when there is none. */
export function readPartial(items: ItemText, index: number): PartialDate | null {
  const number = items.at(index, 'number');
  if (number !== null) return items.gluedLeft(number) ? null : dayFirst(items, index, number);
  const month = items.at(index, 'month');
  if (month === null) return null;
  return latin(items, month)
    ? (monthFirst(items, index, month) ?? monthOnly(items, index, month))
    : monthOnly(items, index, month);
}

function latin(items: ItemText, item: Item): boolean {
  return /^[A-Za-z]/.test(items.text.charAt(item.start));
}

function dayFirst(items: ItemText, index: number, number: Item): PartialDate | null {
  if (number.digits > 2 || number.number < 1 || number.number > 31) return null;
  let at = index + 1;
  const joined = joinedByHyphens(items, at);
  if (joined || items.next(at, 'of') !== null) at++;
  const spelled = items.next(at, 'month-word') !== null;
  if (spelled) at++;
  const word = items.next(at, 'month');
  const month = word ?? (spelled ? items.next(at, 'number') : null);
  if (month === null) return null;
  const value = word === null ? month.number : Number(word.value);
  if (value < 1 || value > 12) return null;
  const next = joined ? at + 2 : at + 1;
  return withYear(items, { first: number, last: month, day: number.number, month: value, next });
}

/** `5-มี.ค.-2560`, `31/Mar/62`. */
function joinedByHyphens(items: ItemText, index: number): boolean {
  const first = items.next(index, 'dash', 'slash');
  const second = first === null ? null : items.next(index + 2, first.tag);
  return (
    second !== null &&
    items.next(index + 1, 'month')?.gap === 'none' &&
    items.next(index + 3, 'number')?.gap === 'none'
  );
}

/** `April 6, 1782`, `June 24th 2014`. */
function monthFirst(items: ItemText, index: number, month: Item): PartialDate | null {
  const number = items.next(index + 1, 'number');
  if (number === null || number.digits > 2 || number.number < 1 || number.number > 31) return null;
  return withYear(items, {
    first: month,
    last: number,
    day: number.number,
    month: Number(month.value),
    next: index + 2,
  });
}

function monthOnly(items: ItemText, index: number, month: Item): PartialDate {
  return withYear(items, {
    first: month,
    last: month,
    day: null,
    month: Number(month.value),
    next: index + 1,
  });
}

interface Parts {
  readonly first: Item;
  readonly last: Item;
  readonly day: number | null;
  readonly month: number;
  readonly next: number;
}

function withYear(items: ItemText, parts: Parts): PartialDate {
  const { first, last, day, month, next } = parts;
  const atom = yearAfter(items, next, last);
  const mended = [first, last].some((item) => item.tag === 'month' && item.mended) || atom?.mended === true;
  const end = atom?.end ?? last.end;
  return { start: first.start, end, day, month, atom, mended, next: atom?.next ?? next };
}

function yearAfter(items: ItemText, index: number, last: Item): YearAtom | null {
  let at = index;
  while (items.next(at, 'comma', 'year', 'apostrophe') !== null && at < index + 2) at++;
  const number = items.next(at, 'number');
  if (number === null && items.next(at, 'era') === null) return null;
  // The next line's number is the next row's, not this month's year.
  if (number !== null && number.digits !== 4 && (number.gap === 'line' || !isShort(items, at, number)))
    return null;
  const english = /[A-Za-z]/.test(items.text.charAt(last.start)) || last.value === 'ordinal';
  return readAtom(items, at, { short: true, ...(english && number?.digits === 2 ? { era: 'CE' } : {}) });
}

/** Whether two digits after a month are its year, and not a count or the day of the next date. */
function isShort(items: ItemText, at: number, number: Item): boolean {
  if (items.next(at + 1, 'month', 'month-word') !== null) return false;
  if (items.next(at + 1, 'dash') !== null && items.next(at + 3, 'month') !== null)
    return items.next(at + 2, 'number') === null;
  // After a short month two digits are its year: "๘ ก.พ. ๖๒ เรื่อง", but "15 มกราคม 30 คน".
  const month = items.items[at - 1];
  const abbreviated = month?.tag === 'month' && items.slice(month).includes('.');
  return (abbreviated && number.number >= SURE_SHORT_YEAR) || !unitFollows(items.text, number.end);
}

/** What a date is worth: EDTF, and what is odd about it. */
export interface DateValue {
  readonly edtf: string | null;
  readonly flag?: string;
}

/** The Gregorian value of a partial date with the year of `atom`. */
export function dateValue(date: Pick<PartialDate, 'day' | 'month'>, atom: YearAtom): DateValue {
  const year = gregorianYearOfMonth(atom, date.month) ?? gregorianYear(atom);
  if (year === null) return { edtf: null };
  if (date.day === null) return { edtf: edtfDate(year, date.month) };
  if (date.day > daysInMonth(year, date.month)) return { edtf: null, flag: 'invalid-date' };
  const edtf = edtfDate(year, date.month, date.day);
  return date.month <= 3 && isShortYear(atom) ? { edtf, flag: 'short-year' } : { edtf };
}
