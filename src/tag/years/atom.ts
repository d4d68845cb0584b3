import type { Span } from '../../document/span.ts';
import { digitsValue } from './digits.ts';
import { type EraYear, eraByValue, expandYear } from './era.ts';
import type { Item, ItemText } from './item.ts';
import type { CalendarEra } from './reading.ts';
import { unitFollows } from './unit.ts';

/** One year as it is written, with its era when it has one. */
export interface YearAtom extends Span {
  /** In full, in its era. */
  readonly year: number;
  readonly era: CalendarEra;
  readonly explicit: boolean;
  /** How many digits it is written with. */
  readonly digits: number;
  /** Digits were put together or letters read as digits. */
  readonly mended: boolean;
  /** Index of the item after it. */
  readonly next: number;
}

/** How a year without an era may be read at a place. */
export interface AtomOptions {
  /** The era of the years before it in the same list or range. */
  readonly era?: CalendarEra;
  /** Two digits are a year here. */
  readonly short?: boolean;
}

/** Four digits with spaces between them, or with letters that OCR takes for digits. */
const BROKEN_YEAR = /[0-9๐-๙OolI](?:\s?[0-9๐-๙OolI]){3}(?![0-9๐-๙A-Za-z])/y;
const SPACES = /[\s\u200b\u00a0]{0,4}/y;

/** Reads one year at an item: `พ.ศ. 2551`, `2551`, `2475 BE`, `ค.ศ. 20 14`; null when there is none. */
export function readAtom(items: ItemText, index: number, options: AtomOptions = {}): YearAtom | null {
  const era = items.at(index, 'era');
  if (era !== null) return era.value === 'BC' ? null : eraThenYear(items, index, era);
  const number = items.at(index, 'number');
  if (number === null || number.value === 'ordinal') return null;
  return yearThenEra(items, index, number) ?? bareYear(items, index, options);
}

function eraThenYear(items: ItemText, index: number, era: Item): YearAtom | null {
  const number = items.next(index + 1, 'number');
  const kind = era.value as CalendarEra;
  if (number !== null && number.digits === 4 && !/^[A-Za-z]/.test(items.text.slice(number.end))) {
    return atomOf(items, { first: era, number, era: kind, next: index + 2 });
  }
  // "เพศ 95 ราย": without its full stops an era needs all four digits.
  if (!/[.\u0e30-\u0e4e]/.test(items.slice(era)) && !/^[A-Z]/.test(items.slice(era))) return null;
  const broken = brokenYear(items, index, era);
  if (broken !== null) return broken;
  if (number === null || number.digits > 3 || !hasFit(kind, number) || unitFollows(items.text, number.end))
    return null;
  return atomOf(items, { first: era, number, era: kind, next: index + 2 });
}

/** Whether a number of fewer than four digits can be a year of the era: not `ม.ศ. 1`, a school grade. */
function hasFit(era: CalendarEra, number: Item): boolean {
  if (era === 'MS' || era === 'AH') return number.digits === 3;
  if (era === 'RS') return number.number >= 1 && number.number <= 160;
  return number.number > 0;
}

function brokenYear(items: ItemText, index: number, era: Item): YearAtom | null {
  SPACES.lastIndex = era.end;
  SPACES.test(items.text);
  BROKEN_YEAR.lastIndex = Math.max(SPACES.lastIndex, era.end);
  const found = BROKEN_YEAR.exec(items.text)?.[0];
  if (found === undefined || !/[0-9๐-๙]/.test(found)) return null;
  const start = BROKEN_YEAR.lastIndex - found.length;
  const year = digitsValue(found.replace(/[Oo]/g, '0').replace(/[lI]/g, '1'));
  if (year < 1000) return null;
  let next = index + 1;
  while ((items.items[next]?.start ?? Number.POSITIVE_INFINITY) < start + found.length) next++;
  const kind = era.value as CalendarEra;
  return {
    start: era.start,
    end: start + found.length,
    year,
    era: kind,
    explicit: true,
    digits: 4,
    mended: true,
    next,
  };
}

interface Parts {
  readonly first: Item;
  readonly number: Item;
  readonly era: CalendarEra;
  readonly next: number;
  readonly last?: Item;
}

function atomOf(items: ItemText, parts: Parts): YearAtom {
  const { first, number, era, next, last = number } = parts;
  const mended = first.mended && /\S\s\S/.test(items.slice(first));
  const isShort = number.digits === 2 && era === 'BE';
  const year = isShort ? expandYear(number.number, 'BE') : number.number;
  return {
    start: first.start,
    end: last.end,
    year,
    era,
    explicit: true,
    digits: number.digits,
    mended,
    next,
  };
}

/** `2475 BE`, `2012 A.D.`: the era after its year, when no year of its own follows. */
function yearThenEra(items: ItemText, index: number, number: Item): YearAtom | null {
  const era = items.next(index + 1, 'era');
  if (era === null || era.value === 'BC' || number.digits < 3 || number.digits > 4) return null;
  const after = items.next(index + 2, 'number');
  const latin = /^[A-Za-z]/.test(items.slice(era));
  if (!latin || (after !== null && after.digits === 4)) return null;
  return atomOf(items, { first: number, number, era: era.value as CalendarEra, next: index + 2, last: era });
}

function bareYear(items: ItemText, index: number, options: AtomOptions): YearAtom | null {
  const number = items.at(index, 'number');
  if (number === null || items.gluedRight(number)) return null;
  const base = { start: number.start, end: number.end, explicit: false, mended: false, next: index + 1 };
  if (number.digits === 4) {
    const era = plausibleIn(number.number, options.era) ?? eraByValue(number.number);
    return era === null ? null : { ...base, year: number.number, era, digits: 4 };
  }
  if (number.digits !== 2 || options.short !== true || number.number < 10) return null;
  const era = options.era ?? 'BE';
  return { ...base, year: expandYear(number.number, era), era, digits: 2 };
}

function plausibleIn(year: number, era: CalendarEra | undefined): CalendarEra | null {
  if (era === undefined) return null;
  if (era === 'BE') return year >= 1500 && year <= 2700 && eraByValue(year) === 'BE' ? 'BE' : null;
  return era === 'CE' && year < 2200 ? 'CE' : null;
}

/** The era and year of an atom. */
export function eraYear(atom: YearAtom): EraYear {
  return { era: atom.era, year: atom.year };
}
