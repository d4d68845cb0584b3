import { edtfDate } from './edtf.ts';
import type { YearReading } from './reading.ts';

/** Years from the document's own to the one that a word names, and days likewise. */
const YEARS: Readonly<Record<string, number>> = { ปีนี้: 0, ปีที่แล้ว: -1, ปีกลาย: -1 };
const DAYS: Readonly<Record<string, number>> = { วานนี้: -1, เมื่อวานนี้: -1, เมื่อวาน: -1 };
const DAY = 86_400_000;

/**
 * Gives `ปีนี้`, `ปีที่แล้ว`, `เมื่อวานนี้` and dates without a year their value, counted from the date of the
 * document, and marks it `relative`: nothing in the text itself says it.
 *
 * @param documentDate `YYYY-MM-DD`, Gregorian.
 */
export function resolveRelative(reading: YearReading, documentDate: string): YearReading {
  const year = Number(documentDate.slice(0, 4));
  if (reading.kind === 'date-noyear' && reading.edtf !== null && !reading.edtf.includes('/')) {
    return { ...reading, edtf: reading.edtf.replace('XXXX', documentDate.slice(0, 4)), flag: 'relative' };
  }
  if (reading.kind !== 'deictic') return reading;
  const years = YEARS[reading.text];
  if (years !== undefined) return { ...reading, edtf: edtfDate(year + years), flag: 'relative' };
  const days = DAYS[reading.text];
  if (days === undefined) return reading;
  const day = new Date(Date.parse(`${documentDate}T00:00:00Z`) + days * DAY);
  return { ...reading, edtf: day.toISOString().slice(0, 10), flag: 'relative' };
}
