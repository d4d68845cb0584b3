import { lazy, readRows } from '../../data-file.ts';
import { reading } from '../compose.ts';
import { edtfYear } from '../edtf.ts';
import type { ItemText } from '../item.ts';
import type { Match, YearRule } from '../rule.ts';

/** Reigns of the Chakri dynasty by number: first and last day, Gregorian; the last is open. */
const reigns = lazy(() => {
  const rows = readRows('reigns.tsv').map(
    ([number = '', from = '', to = '']) => [Number(number), { from, to }] as const,
  );
  return new Map(rows);
});

/** Reign years that only Rama IX's reign of seventy years reached. */
const LONG_REIGN_YEAR = 15;

/** Reigns and their years: `รัชกาลที่ 5`, `ปีที่ 8 ในรัชกาลปัจจุบัน`. */
export const reign: YearRule = {
  name: 'reign',
  opens: ['reign', 'year-number'],
  read(items, index) {
    return items.at(index, 'reign') === null ? reignYear(items, index) : plainReign(items, index);
  },
};

function plainReign(items: ItemText, index: number): Match | null {
  const head = items.at(index, 'reign');
  const number = items.next(index + 1, 'number');
  const days = reigns().get(number?.number ?? 0);
  if (head === null || head.value === 'now' || number === null || days === undefined) return null;
  const start = items.slice(head).startsWith('ใน') ? head.start + 2 : head.start;
  const found = reading(
    items,
    { start, end: number.end },
    {
      kind: 'reign',
      era: 'reign',
      eraSource: 'explicit',
      year: null,
      edtf: `${days.from}/${days.to}`,
    },
  );
  return { readings: [found], next: index + 2 };
}

function reignYear(items: ItemText, index: number): Match | null {
  const head = items.at(index, 'year-number');
  const number = items.next(index + 1, 'number');
  const of = items.next(index + 2, 'reign');
  if (head === null || number === null || of === null || number.number < 1) return null;
  const king = of.value === 'now' ? null : items.next(index + 3, 'number');
  const rama = king?.number ?? currentReign(number.number);
  const from = Number(reigns().get(rama)?.from.slice(0, 4) ?? Number.NaN);
  if ((of.value !== 'now' && king === null) || Number.isNaN(from)) return null;
  const found = reading(
    items,
    { start: head.start, end: (king ?? of).end },
    {
      kind: 'reign-year',
      era: 'reign',
      eraSource: 'explicit',
      year: null,
      edtf: edtfYear(from + number.number - 1),
    },
  );
  return { readings: [found], next: index + (king === null ? 3 : 4) };
}

/** "The present reign" of an official text: the tenth, or the ninth when its count is past it. */
function currentReign(year: number): number {
  return year > LONG_REIGN_YEAR ? 9 : 10;
}
