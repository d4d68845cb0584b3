import type { CalendarEra } from './reading.ts';

/** Years to add to a year of the era for the Gregorian one, in the months after the era's new year. */
const OFFSETS: Readonly<Record<string, number>> = { BE: -543, CE: 0, RS: 1781, CS: 638, MS: 78 };

/** First and last Buddhist year that began on 1 April; the next, 2483, had only nine months. */
const APRIL_YEARS = { first: 2432, last: 2482, short: 2483 } as const;

/** A year in its era. */
export interface EraYear {
  readonly era: CalendarEra;
  readonly year: number;
}

/**
 * The nominal Gregorian year: Buddhist minus 543, Rattanakosin plus 1781, Chula Sakarat plus 638, Maha
 * Sakarat plus 78. Null for eras that count no solar years.
 */
export function gregorianYear({ era, year }: EraYear): number | null {
  const offset = OFFSETS[era];
  return offset === undefined ? null : year + offset;
}

/**
 * The Gregorian year in which a month of the year fell. Until 1940 the Thai year ran from April to
 * March (from 1889 on: Royal Act of R.S. 107), so that its January belongs to the next Gregorian year.
 */
export function gregorianYearOfMonth(each: EraYear, month: number): number | null {
  const nominal = gregorianYear(each);
  if (nominal === null) return null;
  return month <= 3 && startsInApril(each) ? nominal + 1 : nominal;
}

/** Whether the year began on 1 April. */
export function startsInApril({ era, year }: EraYear): boolean {
  const buddhist = era === 'RS' ? year + 2324 : era === 'BE' ? year : 0;
  return buddhist >= APRIL_YEARS.first && buddhist <= APRIL_YEARS.last;
}

/** Whether the year had no January to March: B.E. 2483 ended with December 1940. */
export function isShortYear({ era, year }: EraYear): boolean {
  return era === 'BE' && year === APRIL_YEARS.short;
}

/** The true interval of a year that is no Gregorian one, as EDTF; null where the nominal year is exact. */
export function strictInterval(each: EraYear): string | null {
  const nominal = gregorianYear(each);
  if (nominal === null) return null;
  if (isShortYear(each)) return `${nominal}-04-01/${nominal}-12-31`;
  if (startsInApril(each)) return `${nominal}-04-01/${nominal + 1}-03-31`;
  if (each.era === 'CS') return `${nominal}-04/${nominal + 1}-04`;
  return null;
}

/** Last two digits from which on a short Buddhist year is of the 2400s: 99 is 2499, 85 is 2585. */
const BUDDHIST_PIVOT = 86;
/** Last two digits from which on a short Gregorian year is of the 1900s. */
const COMMON_PIVOT = 40;

/** A year written with two digits, in full. */
export function expandYear(short: number, era: CalendarEra): number {
  if (era === 'CE') return short + (short >= COMMON_PIVOT ? 1900 : 2000);
  return short + (short >= BUDDHIST_PIVOT ? 2400 : 2500);
}

/** The era that a four-digit year is of by its value alone; null where it can be both or neither. */
export function eraByValue(year: number): CalendarEra | null {
  if (year >= 2200 && year <= 2700) return 'BE';
  return year >= 1000 && year < 2200 ? 'CE' : null;
}
