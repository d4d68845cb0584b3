import { readAtom } from '../atom.ts';
import { reading } from '../compose.ts';
import { edtfYear } from '../edtf.ts';
import { gregorianYear } from '../era.ts';
import type { Item, ItemText } from '../item.ts';
import type { Match, YearRule } from '../rule.ts';

/** Decades: `ทศวรรษ 2500` (B.E.), `ทศวรรษ 1950`, `1990s`. */
export const decade: YearRule = {
  name: 'decade',
  opens: ['decade', 'number'],
  read(items, index) {
    const first = items.items[index];
    if (first === undefined) return null;
    if (first.tag === 'number') return englishDecade(items, index, first);
    const number = items.next(index + 1, 'number');
    if (number?.digits === 2) return shortDecade(items, index, number);
    const atom = readAtom(items, index + 1);
    if (atom === null || items.next(index + 1, 'era', 'number') === null || atom.year % 10 !== 0) return null;
    if (items.next(atom.next, 'dash', 'to') !== null && items.next(atom.next + 1, 'number', 'era') !== null) {
      return null;
    }
    const from = gregorianYear(atom);
    if (from === null) return null;
    const edtf =
      from % 10 === 0 ? `${edtfYear(from / 10).slice(1)}X` : `${edtfYear(from)}/${edtfYear(from + 9)}`;
    const found = reading(
      items,
      { start: first.start, end: atom.end },
      {
        kind: 'decade',
        era: atom.era,
        eraSource: atom.explicit ? 'explicit' : 'inferred',
        year: atom.year,
        edtf,
      },
    );
    return { readings: [found], next: atom.next };
  },
};

/** `ทศวรรษ 90` is the 1990s; `ทศวรรษที่ 21` says decade and means century. */
function shortDecade(items: ItemText, index: number, number: Item): Match {
  const start = items.items[index]?.start ?? number.start;
  const base = { kind: 'decade', era: 'CE', eraSource: 'inferred', year: null } as const;
  const century =
    items.slice({ start, end: number.start }).trimEnd().endsWith('ที่') || number.number % 10 !== 0;
  const rest = century
    ? { edtf: null, flag: 'writer means century', likely: `${String(number.number - 1).padStart(2, '0')}XX` }
    : { edtf: `19${number.number / 10}X` };
  return { readings: [reading(items, { start, end: number.end }, { ...base, ...rest })], next: index + 2 };
}

function englishDecade(items: ItemText, index: number, number: Item): Match | null {
  if (number.digits !== 4 || number.number % 10 !== 0 || items.gluedLeft(number)) return null;
  const plural = /^['’]?s(?![A-Za-z])/.exec(items.text.slice(number.end, number.end + 3))?.[0];
  if (plural === undefined || number.number > 2100) return null;
  const found = reading(
    items,
    { start: number.start, end: number.end + plural.length },
    {
      kind: 'decade',
      era: 'CE',
      eraSource: 'inferred',
      year: number.number,
      edtf: `${String(number.number).slice(0, 3)}X`,
    },
  );
  return { readings: [found], next: index + (plural.length > 1 ? 2 : 1) };
}
