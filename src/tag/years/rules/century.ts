import { reading } from '../compose.ts';
import { edtfYear } from '../edtf.ts';
import type { Item, ItemText } from '../item.ts';
import type { CalendarEra } from '../reading.ts';
import type { Match, YearRule } from '../rule.ts';

/** Centuries: `ศตวรรษที่ 21`, `พุทธศตวรรษที่ 12-16`, `คริสต์ศตวรรษที่ 18`, `the 19th century`. */
export const century: YearRule = {
  name: 'century',
  opens: ['century', 'number'],
  read(items, index) {
    const first = items.items[index];
    if (first === undefined) return null;
    if (first.tag === 'number') return englishCentury(items, index, first);
    const number = items.next(index + 1, 'number');
    if (number === null || number.digits > 2) return null;
    const last = rangeEnd(items, index + 2, number);
    const numbers = last === null ? [number.number] : [number.number, last.number];
    const end = (last ?? number).end;
    const found = centuryReading(items, { start: first.start, end }, { era: first.value, numbers });
    return { readings: [found], next: index + (last === null ? 2 : 4) };
  },
};

function rangeEnd(items: ItemText, index: number, first: Item): Item | null {
  const last = items.next(index, 'dash', 'to') === null ? null : items.next(index + 1, 'number');
  return last !== null && last.digits <= 2 && last.number > first.number ? last : null;
}

function englishCentury(items: ItemText, index: number, number: Item): Match | null {
  const word = number.value === 'ordinal' ? items.next(index + 1, 'century-after') : null;
  if (word === null || number.digits > 2) return null;
  const span = { start: number.start, end: word.end };
  return { readings: [centuryReading(items, span, { era: '', numbers: [number.number] })], next: index + 2 };
}

function centuryReading(
  items: ItemText,
  span: { start: number; end: number },
  { era, numbers }: { era: string; numbers: readonly number[] },
) {
  const [first = 1] = numbers;
  const last = numbers.at(-1) ?? first;
  const kind: CalendarEra = era === 'BE' ? 'BE' : 'CE';
  return reading(items, span, {
    kind: 'century',
    era: kind,
    eraSource: era === '' ? 'inferred' : 'explicit',
    year: null,
    edtf: kind === 'BE' ? buddhist(first, last) : common(first, last),
  });
}

/** Buddhist century 19 is B.E. 1801 to 1900, which is no Gregorian century. */
function buddhist(first: number, last: number): string {
  return `${edtfYear((first - 1) * 100 + 1 - 543)}/${edtfYear(last * 100 - 543)}`;
}

function common(first: number, last: number): string {
  const digits = (value: number): string => `${String(value - 1).padStart(2, '0')}XX`;
  return first === last ? digits(first) : `${digits(first)}/${digits(last)}`;
}
