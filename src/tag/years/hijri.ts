import { lazy } from '../data-file.ts';

/** Days of a Hijri year at most. */
const YEAR_DAYS = 355;
const DAY = 86_400_000;
/** Mean length of a Hijri year in days, and the day that its count begins with, in days of the Unix epoch. */
const MEAN_YEAR = 354.367;
const EPOCH = -492_148;

const calendar = lazy(
  () =>
    new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      timeZone: 'UTC',
    }),
);

/**
 * The Gregorian days of a Hijri year as an EDTF interval, by the Umm al-Qura calendar that ICU carries;
 * a lunar year is no Gregorian year. Null outside the years 1 to 1600.
 */
export function hijriInterval(year: number): string | null {
  if (year < 1 || year > 1600) return null;
  const first = firstDay(year);
  return `${isoDay(first)}/${isoDay(firstDay(year + 1) - 1)}`;
}

/** 1 Muharram of a Hijri year, in days of the Unix epoch. */
function firstDay(year: number): number {
  let day = Math.floor(EPOCH + (year - 1) * MEAN_YEAR) - 6;
  for (let step = 0; step < YEAR_DAYS; step++, day++) {
    const parts = calendar().formatToParts(day * DAY);
    const value = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
    if (value('year') === year && value('month') === 1) return day;
  }
  return day;
}

function isoDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}
