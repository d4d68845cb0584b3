import { groupReading } from '../compose.ts';
import { readGroup, type YearGroup } from '../group.ts';
import type { Item, ItemText } from '../item.ts';
import { joinedToCode } from '../list.ts';
import type { YearRule } from '../rule.ts';
import { unitFollows } from '../unit.ts';
import { withList } from './era-year.ts';

/** Values that a year without any word for it may have. */
const BUDDHIST = { from: 2400, to: 2650 } as const;
const COMMON = { from: 1900, to: 2060 } as const;
/** Values that an English word for a time or an approximation speaks for. */
const ENGLISH = { from: 1000, to: 2199 } as const;
const ENGLISH_TIME =
  /\b(?:in|since|by|from|until|till|during|before|after|between|early|late|mid|around|of|year|c\.|ca\.|circa)\s*$/i;
/** Thai abbreviation or Latin word that ends in a full stop before its year: `วปอ.2554`. */
const NAME_DOT = /[ก-ฮ]{2,6}\.$/;

/**
 * Years that only their value and their surroundings tell: `2559`, `in 2021`, `Expo 2018`,
 * `โคโรนา 2019`, `‘97`. A number with a unit, in a code or touching a word is none.
 */
export const bareYear: YearRule = {
  name: 'bare-year',
  opens: ['number', 'apostrophe'],
  read(items, index) {
    if (items.at(index, 'apostrophe') !== null) return shortYear(items, index);
    const number = items.at(index, 'number');
    if (number === null || number.digits !== 4 || items.gluedRight(number)) return null;
    const group = readGroup(items, index);
    if (group === null || !stands(items, index, group)) return null;
    const role = isName(items, number) ? { role: 'name' } : {};
    const { readings, next } = withList(items, group);
    return { readings: [groupReading(items, group, role), ...readings.slice(1)], next };
  },
};

/** `กห ๐๔๒๑/๑๙๘๔` is the number of a letter. */
function endsCode(items: ItemText, index: number): boolean {
  const slash = items.at(index - 1, 'slash');
  return (
    slash !== null &&
    slash.gap === 'none' &&
    items.at(index - 2, 'number', 'amount') !== null &&
    items.items[index]?.gap === 'none'
  );
}

function stands(items: ItemText, index: number, group: YearGroup): boolean {
  const number = items.items[index];
  if (number === undefined) return false;
  if (unitFollows(items.text, group.end) || joinedToCode(items, group) || endsCode(items, index))
    return false;
  const before = items.text.slice(Math.max(0, number.start - 16), number.start);
  if (items.gluedLeft(number)) return group.era === 'BE' && NAME_DOT.test(before) && inside(group, BUDDHIST);
  if (group.era === 'BE') return inside(group, BUDDHIST);
  if (ENGLISH_TIME.test(before)) return inside(group, ENGLISH);
  return inside(group, COMMON) && standsFree(before);
}

function inside(group: YearGroup, range: { readonly from: number; readonly to: number }): boolean {
  return group.years.every((year) => year >= range.from && year <= range.to);
}

/** Whether something but a digit or a sign of arithmetic stands before the number. */
function standsFree(before: string): boolean {
  return !/(?:^|[^\p{L}\p{M}\d])\d+\s*$|[๐-๙+×=*<>≤≥±]\s*$/u.test(before);
}

function isName(items: ItemText, number: Item): boolean {
  const before = items.text.slice(Math.max(0, number.start - 16), number.start);
  return number.number < 2200 && /[\p{L}\p{M}]\s$/u.test(before) && !ENGLISH_TIME.test(before);
}

/** `‘97 Asian crisis` is 1997; `’58` in Thai is 2558. */
function shortYear(items: ItemText, index: number): ReturnType<YearRule['read']> {
  const mark = items.at(index, 'apostrophe');
  const number = items.next(index + 1, 'number');
  if (mark === null || number === null || number.gap !== 'none' || number.digits !== 2) return null;
  if (/[\p{L}\p{M}\d]/u.test(items.text.charAt(mark.start - 1)) || items.gluedRight(number)) return null;
  const around = items.text.slice(Math.max(0, mark.start - 12), number.end + 12);
  const thai = /[ก-ฮ]/.test(around);
  const group = readGroup(items, index + 1, { short: true, era: thai ? 'BE' : 'CE' });
  return group === null ? null : { readings: [groupReading(items, group)], next: group.next };
}
