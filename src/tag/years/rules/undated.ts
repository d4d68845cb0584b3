import { reading } from '../compose.ts';
import type { YearRule } from '../rule.ts';

/** `ม.ป.ป.` and `n.d.`: the text says that there is no date. */
export const noDate: YearRule = {
  name: 'no-date',
  opens: ['no-date'],
  read(items, index) {
    const word = items.at(index, 'no-date');
    if (word === null) return null;
    const rest = { kind: 'no-date', era: 'none', eraSource: 'explicit', year: null, edtf: null } as const;
    return { readings: [reading(items, word, rest)], next: index + 1 };
  },
};

/** What may stand before a year that is told from the present one. */
const YEAR_BEFORE = /(?:^|ใน|เมื่อ|ของ|จาก|กว่า|ตั้งแต่|ถึง|สำหรับ|ภายใน|[^\d๐-๙\s]\s|\n|\()$/;

/** `วานนี้`, `ปีที่แล้ว`: a time told from the day of writing, which is not known here. */
export const deictic: YearRule = {
  name: 'deictic',
  opens: ['deictic'],
  read(items, index) {
    const word = items.at(index, 'deictic');
    if (word === null || items.next(index + 1, 'number', 'era') !== null) return null;
    // "32 ปีที่แล้ว", "สองปีที่แล้ว" count years back and name none.
    if (
      word.value === 'year' &&
      !YEAR_BEFORE.test(items.text.slice(Math.max(0, word.start - 12), word.start))
    )
      return null;
    const rest = { kind: 'deictic', era: 'none', eraSource: 'none', year: null, edtf: null } as const;
    return { readings: [reading(items, word, rest)], next: index + 1 };
  },
};

/** `ขึ้น 15 ค่ำ เดือน 6`: a day of the Thai lunar calendar, named and not converted. */
export const lunarDate: YearRule = {
  name: 'lunar-date',
  opens: ['lunar'],
  read(items, index) {
    const word = items.at(index, 'lunar');
    const day = items.next(index + 2, 'lunar-day');
    if (word === null || day === null || items.next(index + 1, 'number') === null) return null;
    const month = items.next(index + 3, 'month-word') === null ? null : items.next(index + 4, 'number');
    const rest = { kind: 'lunar-date', era: 'none', eraSource: 'explicit', year: null, edtf: null } as const;
    const span = { start: word.start, end: (month ?? day).end };
    return { readings: [reading(items, span, rest)], next: index + (month === null ? 3 : 5) };
  },
};
