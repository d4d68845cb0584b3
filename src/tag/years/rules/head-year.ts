import { groupReading } from '../compose.ts';
import { readGroup } from '../group.ts';
import type { Item, ItemText } from '../item.ts';
import type { YearRule } from '../rule.ts';
import { unitFollows } from '../unit.ts';
import { withList } from './era-year.ts';

/** Years after `ปี`: `ปี 2556`, `ปี 67`, `ปี’63`, `ปี 2560-64`, `ปี 2553, 2556, 2557`. */
export const headYear: YearRule = {
  name: 'head-year',
  opens: ['year'],
  read(items, index) {
    const head = items.at(index, 'year');
    const at = items.next(index + 1, 'apostrophe') === null ? index + 1 : index + 2;
    const number = items.next(at, 'number');
    if (head === null || number === null || number.gap === 'line') return null;
    const short = !afterCount(items, index, head) && !unitFollows(items.text, number.end);
    const group = readGroup(items, at, { short });
    if (group === null) return null;
    const match = withList(items, group);
    if (head.value !== 'next') return match;
    const [, ...rest] = match.readings;
    return { ...match, readings: [groupReading(items, group, { start: head.start }), ...rest] };
  },
};

/** In "25 ปี 12" the word counts years; what follows is none. */
function afterCount(items: ItemText, index: number, head: Item): boolean {
  const count = items.at(index - 1, 'number', 'amount');
  return head.gap !== 'text' && count !== null && !items.gluedLeft(count);
}
