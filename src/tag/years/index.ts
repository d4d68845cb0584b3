import { contextual } from './context.ts';
import { withDuals } from './dual.ts';
import { itemsOf } from './lexer.ts';
import type { YearReading } from './reading.ts';
import { resolveRelative } from './relative.ts';
import type { YearRule } from './rule.ts';
import { bareYear } from './rules/bare-year.ts';
import { century } from './rules/century.ts';
import { citation } from './rules/citation.ts';
import { date } from './rules/date.ts';
import { decade } from './rules/decade.ts';
import { eraYear } from './rules/era-year.ts';
import { headYear } from './rules/head-year.ts';
import { namedYear } from './rules/named-year.ts';
import { notYear } from './rules/not-year.ts';
import { numericDate } from './rules/numeric-date.ts';
import { partYear } from './rules/part-year.ts';
import { placeholder } from './rules/placeholder.ts';
import { reign } from './rules/reign.ts';
import { serial } from './rules/serial.ts';
import { standard } from './rules/standard.ts';
import { deictic, lunarDate, noDate } from './rules/undated.ts';

/** The forms of years and dates, in the order in which they are asked at every item. */
export const yearRules: readonly YearRule[] = [
  placeholder, // พ.ศ. ....   25x1
  noDate, // ม.ป.ป.   n.d.
  deictic, // วานนี้   ปีที่แล้ว
  lunarDate, // ขึ้น 15 ค่ำ เดือน 6
  reign, // รัชกาลที่ 5   ปีที่ 8 ในรัชกาลปัจจุบัน
  century, // พุทธศตวรรษที่ 19   21st century
  decade, // ทศวรรษ 2500   1990s
  partYear, // ไตรมาส ๓/๒๕๖๒   ครึ่งปีแรกของปี 2563
  namedYear, // ปีงบประมาณ พ.ศ. 2563   ปีการศึกษา 2560
  numericDate, // 21/6/2560   2020-05-01
  date, // 24 มิถุนายน พ.ศ. 2475   13 - 15 พ.ย. 2561   April 6, 1782
  eraYear, // พ.ศ. 2551   ค.ศ. 2007 2012 และ 2015
  headYear, // ปี 2556   ปี 67   ปี 2560-64
  citation, // (COMMIT, 2015)   (สุรพล, 2550ก, 2550ข)
  standard, // ISO 9001:2015
  serial, // ครั้งที่ 1/2562
  notYear, // หน้า 2475   โทร. 02-2558-2013
  bareYear, // 2559   in 2021   ‘97
];

const byTag = new Map<string, YearRule[]>();
for (const rule of yearRules) {
  for (const tag of rule.opens) byTag.set(tag, [...(byTag.get(tag) ?? []), rule]);
}

/** What is known of the text besides its words. */
export interface YearOptions {
  /** The day of writing, `YYYY-MM-DD`: relative expressions have a value only against it. */
  readonly documentDate?: string;
}

/**
 * The years, dates and periods of a text, in order and without overlap, each with its era, how the era
 * is known, and its value in EDTF. Linear in the length of the text.
 *
 * @example
 * readYears('ค.ศ. 2007 2012 และ 2015').map((year) => [year.edtf, year.eraSource]);
 * // [['2007', 'explicit'], ['2012', 'inherited'], ['2015', 'inherited']]
 */
export function readYears(text: string, options: YearOptions = {}): YearReading[] {
  const items = itemsOf(text);
  const readings: YearReading[] = [];
  for (let at = 0; at < items.items.length; ) {
    let next = at + 1;
    for (const rule of byTag.get(items.items[at]?.tag ?? '') ?? []) {
      const match = rule.read(items, at);
      if (match === null) continue;
      for (const reading of match.readings) readings.push(reading);
      next = Math.max(match.next, next);
      break;
    }
    at = next;
  }
  const { documentDate } = options;
  const read = withDuals(text, readings).map((each) => contextual(text, each));
  return documentDate === undefined ? read : read.map((each) => resolveRelative(each, documentDate));
}
