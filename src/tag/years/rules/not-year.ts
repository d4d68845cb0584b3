import type { Item, ItemText } from '../item.ts';
import { readPartial } from '../partial-date.ts';
import type { Match, YearRule } from '../rule.ts';

/** Digits of a telephone number at least. */
const PHONE_DIGITS = 8;

/**
 * Numbers that are no years whatever their value: after words that number things (`หน้า`, `มาตรา`,
 * `โทร.`, `ทางหลวงหมายเลข`, `ที่`), and codes of three numbers or more joined by hyphens.
 */
export const notYear: YearRule = {
  name: 'not-year',
  opens: ['not', 'number'],
  read(items, index) {
    const first = items.items[index];
    if (first === undefined) return null;
    if (first.tag === 'number') return code(items, index, first);
    if (items.next(index + 1, 'number', 'amount') === null) return null;
    // "ต่อ 2560" is an extension after a telephone number, and the end of a word elsewhere.
    if (first.value === 'ext' && first.gap === 'text') return null;
    return first.value === 'one' || first.value === 'letter' ? one(items, index) : run(items, index + 1);
  },
};

/** Telephone numbers, identifiers: all numbers that follow one another. */
function run(items: ItemText, index: number): Match {
  let next = index;
  while (items.next(next, 'number', 'amount', 'dash', 'to', 'not', 'comma') !== null) next++;
  return { readings: [], next };
}

/** One number, or a range of them: `หน้า 112-118`. A date or a serial number behind the word stays. */
function one(items: ItemText, index: number): Match | null {
  const number = items.next(index + 1, 'number');
  if (number !== null && (readPartial(items, index + 1) !== null || isSerial(items, index + 1))) return null;
  let next = index + 2;
  while (items.next(next, 'dash', 'to') !== null && items.next(next + 1, 'number', 'amount') !== null)
    next += 2;
  return { readings: [], next };
}

function isSerial(items: ItemText, index: number): boolean {
  const year = items.next(index + 1, 'slash') === null ? null : items.next(index + 2, 'number');
  return year !== null && year.digits === 4 && year.number >= 2400 && year.number <= 2700;
}

function code(items: ItemText, index: number, first: Item): Match | null {
  let next = index + 1;
  let digits = first.digits;
  let numbers = 1;
  for (;;) {
    const number = items.next(next + 1, 'number');
    if (items.next(next, 'dash')?.gap !== 'none' || number?.gap !== 'none') break;
    digits += number.digits;
    numbers++;
    next += 2;
  }
  const zero = /^[0๐]/.test(items.slice(first));
  const phone = numbers === 2 && zero && digits >= PHONE_DIGITS;
  return numbers >= 3 || phone ? { readings: [], next } : null;
}
