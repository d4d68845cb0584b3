import { groupReading } from '../compose.ts';
import { eraByValue, expandYear } from '../era.ts';
import type { YearGroup } from '../group.ts';
import type { Item, ItemText } from '../item.ts';
import type { YearRule } from '../rule.ts';

/** What stands between the number of a letter and its date. */
const DATED = /^\s{0,3}ลง/;

/** The year of a serial number: `ครั้งที่ 1/2562`, `ที่ 565/2564`, `4/59` after a word that numbers. */
export const serial: YearRule = {
  name: 'serial',
  opens: ['serial', 'not', 'number'],
  read(items, index) {
    const head = items.at(index, 'serial') ?? letterHead(items, index);
    if (head === null && items.at(index, 'not') !== null) return null;
    const at = head === null ? index : index + 1;
    const number = head === null ? items.at(at, 'number') : items.next(at, 'number');
    const year = items.next(at + 2, 'number');
    if (number === null || year === null || items.next(at + 1, 'slash') === null) return null;
    if (number.digits > 5 || items.gluedRight(year) || items.next(at + 3, 'slash') !== null) return null;
    const full = fullYear(items, year, head);
    if (full === null || /^[0๐]/.test(items.slice(number))) return null;
    if (head === null && (number.digits === 4 || items.gluedLeft(number))) return null;
    const group: YearGroup = {
      start: year.start,
      end: year.end,
      years: [full.year],
      era: full.era,
      explicit: false,
      shape: 'single',
      mended: false,
      next: at + 3,
    };
    return { readings: [groupReading(items, group, { role: 'serial' })], next: group.next };
  },
};

/** `ที่ ๙๐๖/๓๙ ลง ๑๕ ส.ค. ๓๙`: a letter or order by its number and year, dated right after. */
function letterHead(items: ItemText, index: number): Item | null {
  const head = items.at(index, 'not');
  const year = items.next(index + 3, 'number');
  if (head?.value !== 'letter' || year === null) return null;
  return DATED.test(items.text.slice(year.end, year.end + 8)) ? head : null;
}

function fullYear(items: ItemText, year: Item, head: Item | null) {
  if (year.digits === 2 && head !== null && year.gap === 'none') {
    return year.number >= 30 ? ({ year: expandYear(year.number, 'BE'), era: 'BE' } as const) : null;
  }
  if (year.digits !== 4) return null;
  const era = eraByValue(year.number);
  if (era === 'BE') return year.number >= 2400 ? ({ year: year.number, era } as const) : null;
  const common = year.number >= 1900 && year.number < 2100 && head !== null && items.slice(head) !== 'เลขที่';
  return common ? ({ year: year.number, era: 'CE' } as const) : null;
}
