import type { YearReading } from './reading.ts';

/** Mentions that a document must have before one of them can be out of place. */
const ENOUGH = 12;
/** A year is out of place when so many years lie between it and nine in ten of the others. */
const FAR = 30;
const SHARE = 0.9;
/** Digits that OCR and tired eyes take for one another, in pairs. */
const CONFUSABLE = new Set([
  '06',
  '60',
  '08',
  '80',
  '17',
  '71',
  '24',
  '42',
  '38',
  '83',
  '56',
  '65',
  '69',
  '96',
  '05',
  '50',
  '46',
  '64',
]);

/** How often each year is mentioned in a document, in Buddhist years. */
export type YearCounts = ReadonlyMap<number, number>;

/**
 * Flags a year that stands alone, far from the document's other years, and one easily misread digit away
 * from one of them (`๒๕๐๒` for ๒๕๖๒): with what it likely is, and unchanged.
 */
export function withDoubt(reading: YearReading, counts: YearCounts): YearReading {
  const { year } = reading;
  if (year === null || reading.flag !== undefined || (counts.get(year) ?? 0) > 1 || year < 1000)
    return reading;
  const near = [...counts].filter(([other]) => Math.abs(other - year) <= FAR);
  const total = sum([...counts]);
  if (total < ENOUGH || sum(near) > (1 - SHARE) * total) return reading;
  const likely = [...counts]
    .filter(([other, count]) => count > 1 && oneDigitAway(year, other))
    .sort((a, b) => b[1] - a[1])[0];
  return likely === undefined ? reading : { ...reading, flag: 'out-of-range', likely: String(likely[0]) };
}

function sum(counts: readonly (readonly [number, number])[]): number {
  return counts.reduce((total, [, count]) => total + count, 0);
}

function oneDigitAway(a: number, b: number): boolean {
  const left = String(a);
  const right = String(b);
  if (left.length !== right.length) return false;
  const different = [...left].flatMap((digit, at) =>
    digit === right.charAt(at) ? [] : [digit + right.charAt(at)],
  );
  return different.length === 1 && CONFUSABLE.has(different[0] ?? '');
}
