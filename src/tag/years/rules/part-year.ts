import { readAtom, type YearAtom } from '../atom.ts';
import { reading } from '../compose.ts';
import { edtfYear } from '../edtf.ts';
import { gregorianYear } from '../era.ts';
import type { Item, ItemText } from '../item.ts';
import type { YearRule } from '../rule.ts';

/** Quarters are seasons 33 to 36 of EDTF level 2. */
const FIRST_QUARTER = 33;

/** Quarters and halves of years: `ไตรมาส ๓/๒๕๖๒`, `ไตรมาสที่สี่ของปี 2563`, `Q1/2563`, `ครึ่งปีแรกของปี 2563`. */
export const partYear: YearRule = {
  name: 'part-year',
  opens: ['quarter', 'half'],
  read(items, index) {
    const head = items.at(index, 'quarter', 'half');
    if (head === null) return null;
    const part = partNumber(items, index, head);
    if (part === null) return null;
    const atom = yearOf(items, part.next);
    const year = atom === null ? null : gregorianYear(atom);
    if (atom === null || year === null) return null;
    const span = { start: head.start, end: atom.end };
    const found = reading(items, span, {
      kind: head.tag === 'half' ? 'half-year' : 'quarter',
      era: atom.era,
      eraSource: atom.explicit ? 'explicit' : 'inferred',
      year: atom.year,
      edtf:
        head.tag === 'half'
          ? halfEdtf(year, part.number)
          : `${edtfYear(year)}-${FIRST_QUARTER - 1 + part.number}`,
    });
    return { readings: [found], next: atom.next };
  },
};

function partNumber(items: ItemText, index: number, head: Item): { number: number; next: number } | null {
  if (head.value !== '') return { number: Number(head.value), next: index + 1 };
  const number = items.next(index + 1, 'number');
  if (number === null || number.digits !== 1 || number.number < 1 || number.number > 4) return null;
  return { number: number.number, next: index + 2 };
}

function yearOf(items: ItemText, index: number): YearAtom | null {
  let at = index;
  while (items.next(at, 'of', 'year', 'slash', 'apostrophe') !== null) at++;
  if (items.next(at, 'era', 'number') === null) return null;
  return readAtom(items, at, { short: at > index });
}

function halfEdtf(year: number, half: number): string {
  const [from, to] = half === 1 ? ['01', '06'] : ['07', '12'];
  return `${edtfYear(year)}-${from}/${edtfYear(year)}-${to}`;
}
