import type { YearAtom } from '../atom.ts';
import { reading } from '../compose.ts';
import { digitsValue } from '../digits.ts';
import { eraByValue, expandYear } from '../era.ts';
import type { Item, ItemText } from '../item.ts';
import { dateValue } from '../partial-date.ts';
import type { CalendarEra } from '../reading.ts';
import type { Match, YearRule } from '../rule.ts';

/** Last two digits from which on a numeric date counts Buddhist years: 28/10/62, but 24/6/14. */
const SHORT_BUDDHIST = 35;

/** Dates in digits alone: `21/6/2560`, `28/10/62`, `2020-05-01`, `1-5-63`, `24.6.2475`, `05/13/2020`. */
export const numericDate: YearRule = {
  name: 'numeric-date',
  opens: ['number', 'amount'],
  read(items, index) {
    const first = items.items[index];
    if (first === undefined || items.gluedLeft(first)) return null;
    if (first.tag === 'amount') return dotted(items, index, first);
    const sign = items.next(index + 1, 'slash', 'dash');
    const second = items.next(index + 2, 'number');
    const third = items.next(index + 4, 'number');
    if (sign === null || second === null || third === null || items.next(index + 3, sign.tag) === null)
      return null;
    const joined = items.items.slice(index + 1, index + 5).every((item) => item.gap === 'none');
    if (!joined || items.next(index + 5, sign.tag)?.gap === 'none' || items.gluedRight(third)) return null;
    const parts = order([first, second, third]);
    return parts === null
      ? null
      : match(items, { start: first.start, end: third.end }, { ...parts, next: index + 5 });
  },
};

interface Parts {
  readonly day: number;
  readonly month: number;
  readonly year: number;
  readonly digits: number;
}

/** Day first, as Thai writes; year first when it has four digits; month first when only that makes a date. */
function order([a, b, c]: readonly [Item, Item, Item]): Parts | null {
  if (a.digits === 4) return { day: c.number, month: b.number, year: a.number, digits: 4 };
  const year = { year: c.number, digits: c.digits };
  if (c.digits !== 4 && c.digits !== 2) return null;
  if (b.number > 12 && a.number <= 12 && c.digits === 4) return { day: b.number, month: a.number, ...year };
  return { day: a.number, month: b.number, ...year };
}

function match(
  items: ItemText,
  span: { start: number; end: number },
  parts: Parts & { next: number },
): Match | null {
  const { day, month, next } = parts;
  if (day < 1 || day > 31 || month < 1 || month > 12) return null;
  const era = eraOf(parts);
  if (era === null) return null;
  const year = parts.digits === 2 ? expandYear(parts.year, era) : parts.year;
  const atom: YearAtom = { ...span, year, era, explicit: false, digits: parts.digits, mended: false, next };
  const value = dateValue({ day, month }, atom);
  const rest = { kind: 'date', era, eraSource: 'inferred', year, ...value } as const;
  return { readings: [reading(items, span, rest)], next };
}

function eraOf({ year, digits }: Parts): CalendarEra | null {
  if (digits === 2) return year >= SHORT_BUDDHIST ? 'BE' : 'CE';
  return year >= 1800 ? eraByValue(year) : null;
}

function dotted(items: ItemText, index: number, amount: Item): Match | null {
  const [, day = '', month = '', year = ''] =
    /^([\d๐-๙]{1,2})\.([\d๐-๙]{1,2})\.([\d๐-๙]{4})$/.exec(items.slice(amount)) ?? [];
  if (year === '' || items.gluedRight(amount)) return null;
  const parts = { day: digitsValue(day), month: digitsValue(month), year: digitsValue(year), digits: 4 };
  return match(items, amount, { ...parts, next: index + 1 });
}
