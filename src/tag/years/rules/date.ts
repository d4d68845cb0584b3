import type { YearAtom } from '../atom.ts';
import { reading } from '../compose.ts';
import { edtfDate, isReversed } from '../edtf.ts';

import type { ItemText } from '../item.ts';
import { type DateValue, dateValue, type PartialDate, readPartial } from '../partial-date.ts';
import type { YearReading } from '../reading.ts';
import type { Match, YearRule } from '../rule.ts';

/**
 * Dates with a month in words, in both languages, and intervals of them: `24 มิถุนายน พ.ศ. 2475`,
 * `6 เม.ย.63`, `13 - 15 พ.ย. 2561`, `ตุลาคม 2560 – มกราคม 2561`, `April 6, 1782`, `5 ธ.ค.`
 */
export const date: YearRule = {
  name: 'date',
  opens: ['number', 'month', 'day'],
  read(items, index) {
    if (items.at(index, 'day') !== null) return spelledDate(items, index);
    const first = readPartial(items, index);
    return interval(items, index, first) ?? plain(items, first);
  },
};

/** `วันที่ 10 เดือน 12 ปี ค.ศ. 2020`: the words for day and month are part of the date. */
function spelledDate(items: ItemText, index: number): Match | null {
  if (items.next(index + 2, 'month-word') === null) return null;
  const found = items.next(index + 1, 'number') === null ? null : readPartial(items, index + 1);
  const start = items.items[index]?.start ?? 0;
  return found === null || found.atom === null ? null : plain(items, { ...found, start });
}

function plain(items: ItemText, found: PartialDate | null): Match | null {
  if (found === null) return null;
  const { atom, day } = found;
  if (atom !== null) return { readings: [dated(items, found, atom)], next: found.next };
  return day === null ? null : { readings: [yearless(items, found, found)], next: found.next };
}

function dated(items: ItemText, found: PartialDate, atom: YearAtom): YearReading {
  const value = dateValue(found, atom);
  const kind = found.day === null ? 'month' : 'date';
  return reading(items, found, {
    kind,
    ...eraOf(atom),
    year: atom.year,
    edtf: value.edtf,
    ...flagOf(value, found.mended),
  });
}

function eraOf(atom: YearAtom) {
  return { era: atom.era, eraSource: atom.explicit ? 'explicit' : 'inferred' } as const;
}

function flagOf(value: DateValue, mended: boolean): { flag?: string } {
  const flag = value.flag ?? (mended ? 'repaired' : undefined);
  return flag === undefined ? {} : { flag };
}

function yearless(items: ItemText, from: PartialDate, to: PartialDate): YearReading {
  const value = (each: PartialDate): string => `XXXX-${edtfDate(0, each.month, each.day ?? 1).slice(5)}`;
  const edtf = from === to ? value(to) : `${value(from)}/${value(to)}`;
  const rest = { kind: 'date-noyear', era: 'none', eraSource: 'none', year: null, edtf } as const;
  return reading(items, { start: from.start, end: to.end }, rest);
}

function interval(items: ItemText, index: number, first: PartialDate | null): Match | null {
  const from = first ?? dayOnly(items, index);
  if (from === null || items.next(from.next, 'dash', 'to') === null) return null;
  let at = from.next + 1;
  if (items.next(at, 'day', 'month-word') !== null) at++;
  const gap = items.items[at]?.gap;
  const to = gap === undefined || gap === 'text' ? null : readPartial(items, at);
  if (to === null || (from.day === null) !== (to.day === null)) return null;
  const start = first === null ? { ...from, month: to.month } : from;
  const last = to.atom;
  if (last === null) {
    if (start.day === null || start.atom !== null) return null;
    return { readings: [yearless(items, start, to)], next: to.next };
  }
  return { readings: [intervalReading(items, start, { ...to, atom: last })], next: to.next };
}

/** The first day of `13 - 15 พ.ย. 2561`, which has no month of its own. */
function dayOnly(items: ItemText, index: number): PartialDate | null {
  const number = items.at(index, 'number');
  if (number === null || number.digits > 2 || number.number < 1 || number.number > 31) return null;
  if (items.gluedLeft(number)) return null;
  const { start, end } = number;
  return { start, end, day: number.number, month: 0, atom: null, mended: false, next: index + 1 };
}

function intervalReading(
  items: ItemText,
  from: PartialDate,
  to: PartialDate & { readonly atom: YearAtom },
): YearReading {
  const opening = from.atom ?? to.atom;
  const b = dateValue(to, to.atom);
  const a = openingValue(from, opening, b);
  const span = { start: from.start, end: to.end };
  const explicit = opening.explicit || to.atom.explicit;
  const years =
    opening.year === to.atom.year
      ? { year: opening.year }
      : { year: null, years: [opening.year, to.atom.year] };
  const flag = a.flag ?? b.flag ?? (from.mended || to.mended ? 'repaired' : undefined);
  const base = reading(items, span, {
    kind: 'interval',
    era: to.atom.era,
    eraSource: explicit ? 'explicit' : 'inferred',
    ...years,
    edtf: a.edtf === null || b.edtf === null ? null : `${a.edtf}/${b.edtf}`,
    ...(flag === undefined ? {} : { flag }),
  });
  if (a.edtf === null || b.edtf === null || !isReversed(a.edtf, b.edtf)) return base;
  return { ...base, flag: 'interval-reversed', ...likelyEnd(a.edtf, b.edtf) };
}

/** `1 ธันวาคม ถึง 9 เมษายน 64`: a beginning without a year lies before the end, in the year before if need be. */
function openingValue(from: PartialDate, opening: YearAtom, end: DateValue): DateValue {
  const value = dateValue(from, opening);
  if (from.atom !== null || value.edtf === null || end.edtf === null) return value;
  return isReversed(value.edtf, end.edtf) ? dateValue(from, { ...opening, year: opening.year - 1 }) : value;
}

/** One wrong digit explains an end a hundred years before its start: `2464` for 2564. */
function likelyEnd(start: string, end: string): { likely?: string } {
  for (const years of [100, 10, 1]) {
    const likely = `${Number(end.slice(0, 4)) + years}${end.slice(4)}`;
    if (likely > start && Number(likely.slice(0, 4)) - Number(start.slice(0, 4)) <= 5) return { likely };
  }
  return {};
}
