import type { YearReading } from './reading.ts';

/** The attributes of a TIMEX3 element (ISO-TimeML). */
export interface Timex3 {
  readonly type: 'DATE' | 'DURATION';
  readonly value: string;
  readonly mod?: string;
  /** First and last point of an interval. */
  readonly beginPoint?: string;
  readonly endPoint?: string;
}

/** EDTF numbers quarters of a year from 33; TIMEX3 calls them Q1 to Q4. */
const QUARTER = /^(\d{4})-3([3-6])$/;

/**
 * A reading as TIMEX3 attributes; null where it has no value.
 *
 * @example
 * timex3(reading); // ไตรมาส ๓/๒๕๖๒ -> { type: 'DATE', value: '2019-Q3' }
 */
export function timex3(reading: Pick<YearReading, 'edtf' | 'mod' | 'approx'>): Timex3 | null {
  const { edtf } = reading;
  if (edtf === null || edtf.startsWith('{')) return null;
  const mod = reading.approx === true ? 'APPROX' : reading.mod;
  const rest = mod === undefined ? {} : { mod };
  const [from = '', to] = edtf.split('/');
  if (to !== undefined) {
    return { type: 'DURATION', value: 'PXX', beginPoint: point(from), endPoint: point(to), ...rest };
  }
  return { type: 'DATE', value: point(edtf), ...rest };
}

function point(edtf: string): string {
  const plain = edtf.replace('~', '');
  const quarter = QUARTER.exec(plain);
  if (quarter !== null) return `${quarter[1]}-Q${Number(quarter[2]) - 2}`;
  if (plain === '..') return '';
  // TIMEX3 writes a decade with three digits and a century with two, and years before Christ with BC.
  if (plain.startsWith('-')) return `BC${String(1 + Number(plain.slice(1, 5))).padStart(4, '0')}`;
  return /^\d{2,3}X+$/.test(plain) ? plain.replaceAll('X', '') : plain;
}
