/** A Gregorian year as EDTF writes it: four digits, a minus sign before those before year 0. */
export function edtfYear(year: number): string {
  const digits = String(Math.abs(year)).padStart(4, '0');
  return year < 0 ? `-${digits}` : digits;
}

/** `2016-12-30`, `2016-12` or `2016`. */
export function edtfDate(year: number, month?: number, day?: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  if (month === undefined) return edtfYear(year);
  if (day === undefined) return `${edtfYear(year)}-${two(month)}`;
  return `${edtfYear(year)}-${two(month)}-${two(day)}`;
}

/** How many days a month of the proleptic Gregorian calendar has. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether an EDTF interval ends before it begins. Dates compare as text but for years before 0. */
export function isReversed(start: string, end: string): boolean {
  const width = Math.min(start.length, end.length);
  return !start.startsWith('-') && !end.startsWith('-') && end.slice(0, width) < start.slice(0, width);
}
