import { groupEdtf, groupReading } from '../compose.ts';
import { edtfYear } from '../edtf.ts';
import { gregorianYear } from '../era.ts';
import { readGroup, type YearGroup } from '../group.ts';
import type { ItemText } from '../item.ts';
import { readList } from '../list.ts';
import type { ReadingKind, YearReading } from '../reading.ts';
import type { YearRule } from '../rule.ts';

const KINDS: Readonly<Record<string, ReadingKind>> = {
  fiscal: 'fiscal-year',
  academic: 'academic-year',
  season: 'season-year',
};

/**
 * Years of a kind of their own, with the words that name it: `ปีงบประมาณ พ.ศ. 2563` (October to
 * September, Budget Procedure Act of 1959), `ปีการศึกษา 2563`, `ปีการผลิต 2562/63`, `FY2019/20`.
 */
export const namedYear: YearRule = {
  name: 'named-year',
  opens: ['fiscal', 'academic', 'season'],
  read(items, index) {
    const head = items.items[index];
    const kind = KINDS[head?.tag ?? ''];
    if (head === undefined || kind === undefined) return null;
    let at = index + 1;
    while (items.next(at, 'year', 'apostrophe') !== null) at++;
    if (items.next(at, 'era', 'number') === null) return null;
    const group = readGroup(items, at, { short: true });
    if (group === null) return null;
    const rest = readList(items, group, { explicit: true });
    const inherited = group.explicit;
    return {
      readings: [
        named(items, group, { kind, start: head.start }),
        ...rest.map((each) => named(items, each, { kind, inherited })),
      ],
      next: rest.at(-1)?.next ?? group.next,
    };
  },
};

function named(
  items: ItemText,
  group: YearGroup,
  options: { kind: ReadingKind; start?: number; inherited?: boolean },
): YearReading {
  const base = groupReading(items, group, options);
  return { ...base, edtf: options.kind === 'fiscal-year' ? fiscalEdtf(group) : groupEdtf(group) };
}

/** Thai budget years begin in October of the year before; fiscal years of the West are left as named. */
function fiscalEdtf(group: YearGroup): string | null {
  const first = gregorianYear({ era: group.era, year: group.years[0] ?? 0 });
  const last = gregorianYear({ era: group.era, year: group.years.at(-1) ?? 0 });
  if (first === null || last === null || group.era !== 'BE') return groupEdtf(group);
  return `${edtfYear(first - 1)}-10-01/${edtfYear(last)}-09-30`;
}
