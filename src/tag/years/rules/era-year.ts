import { groupReading, reading } from '../compose.ts';
import { edtfYear } from '../edtf.ts';
import { readGroup, type YearGroup } from '../group.ts';
import type { ItemText } from '../item.ts';
import { readList } from '../list.ts';
import type { Match, YearRule } from '../rule.ts';

/** Years with their era: `พ.ศ. 2551`, `ค.ศ. 2007 2012 และ 2015`, `B.E. 2560`, `2475 BE`, `500 BC`. */
export const eraYear: YearRule = {
  name: 'era-year',
  opens: ['era', 'number'],
  read(items, index) {
    const before = beforeChrist(items, index);
    if (before !== null) return before;
    const group = readGroup(items, index);
    if (group === null || !group.explicit || !startsExplicit(items, index, group)) return null;
    return withList(items, group);
  },
};

/** "2013 - พ.ศ. 2559" is no range with an era at its head. */
function startsExplicit(items: ItemText, index: number, group: YearGroup): boolean {
  return (
    items.at(index, 'era') !== null || group.shape === 'single' || /[A-Za-z]\.?$/.test(items.slice(group))
  );
}

/** A group and the list that it opens. */
export function withList(items: ItemText, group: YearGroup): Match {
  const rest = readList(items, group);
  const inherited = group.explicit;
  return {
    readings: [groupReading(items, group), ...rest.map((each) => groupReading(items, each, { inherited }))],
    next: rest.at(-1)?.next ?? group.next,
  };
}

function beforeChrist(items: ItemText, index: number): Match | null {
  const first = items.at(index, 'number', 'era');
  const second = items.next(index + 1, 'number', 'era');
  if (first === null || second === null || first.tag === second.tag) return null;
  const [number, era] = first.tag === 'number' ? [first, second] : [second, first];
  if (era.value !== 'BC' || number.digits > 4 || number.number < 1) return null;
  const span = { start: first.start, end: second.end };
  const edtf = edtfYear(1 - number.number);
  const found = reading(items, span, {
    kind: 'year',
    era: 'CE',
    eraSource: 'explicit',
    year: number.number,
    edtf,
  });
  return { readings: [found], next: index + 2 };
}
