import { lazy, readRows } from '../../data-file.ts';
import { groupReading } from '../compose.ts';
import { eraByValue } from '../era.ts';
import type { Item, ItemText } from '../item.ts';
import type { YearRule } from '../rule.ts';

/** UTF-16 units before the number in which the standard's name stands. */
const NAME_WINDOW = 24;

const names = lazy(() => {
  const forms = readRows('standards.tsv').map(([name = '']) => name.replace(/\./g, '\\.\\s?'));
  return new RegExp(`(?:^|[^A-Za-zก-ฮ])(?:${forms.join('|')})[\\sA-Z0-9/.-]{0,12}$`);
});

/** The year of a standard: `ISO 9001:2015`, `มอก. 2535-2555`. */
export const standard: YearRule = {
  name: 'standard',
  opens: ['number'],
  read(items, index) {
    const number = items.at(index, 'number');
    const sign = items.next(index + 1, 'colon', 'dash');
    const year = items.next(index + 2, 'number');
    if (number === null || sign === null || year === null || year.digits !== 4 || number.digits > 6)
      return null;
    const before = items.text.slice(Math.max(0, number.start - NAME_WINDOW), number.start);
    if (sign.gap !== 'none' || year.gap !== 'none' || !names().test(before)) return null;
    const era = eraByValue(year.number);
    if (era === null || items.gluedRight(year)) return null;
    return { readings: [yearOf(items, year, era)], next: index + 3 };
  },
};

function yearOf(items: ItemText, { start, end, number }: Item, era: 'BE' | 'CE' | string) {
  const group = {
    start,
    end,
    years: [number],
    era: era === 'BE' ? ('BE' as const) : ('CE' as const),
    explicit: false,
    shape: 'single' as const,
    mended: false,
    next: 0,
  };
  return groupReading(items, group, { role: 'standard-id' });
}
