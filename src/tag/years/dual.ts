import { gregorianYear } from './era.ts';
import type { YearReading } from './reading.ts';

/** What may stand between a year and the same year in another era. */
const BETWEEN = /^\s*(?:[(/,]|ตรงกับ|หรือ|=|\(?ตรงกับ)\s*(?:ปี\s*)?$/;
/** Years apart up to which two eras were meant to agree; further apart they speak of different things. */
const NEAR = 3;

/**
 * Compares years that stand side by side in two eras, `ปี 2565 (ค.ศ. 2022)`: agreement is the evidence
 * of an era that was inferred, near disagreement a flag, and a number far from its neighbour's value
 * (`ที่ 2444 (ค.ศ. 2018)`) was no year.
 */
export function withDuals(text: string, readings: readonly YearReading[]): YearReading[] {
  const out = [...readings];
  for (let index = 1; index < out.length; index++) {
    const a = out[index - 1];
    const b = out[index];
    if (a === undefined || b === undefined || !comparable(a, b)) continue;
    if (b.start - a.end > 16 || !BETWEEN.test(text.slice(a.end, b.start))) continue;
    const apart = distance(a, b);
    if (apart === 0) {
      out[index - 1] = agreed(a);
      out[index] = agreed(b);
    } else if (apart <= NEAR) {
      out[index - 1] = { ...a, flag: a.flag ?? 'dual-mismatch' };
      out[index] = { ...b, flag: b.flag ?? 'dual-mismatch' };
    } else if (a.eraSource === 'inferred' && b.eraSource === 'explicit') {
      out.splice(index - 1, 1);
      index--;
    }
  }
  return out;
}

function comparable(a: YearReading, b: YearReading): boolean {
  const solar = (era: string): boolean => era === 'BE' || era === 'CE';
  return (
    a.kind === b.kind &&
    a.era !== b.era &&
    solar(a.era) &&
    solar(b.era) &&
    (a.kind === 'year' || a.kind === 'interval')
  );
}

function distance(a: YearReading, b: YearReading): number {
  if (a.edtf === b.edtf) return 0;
  if (a.year === null || b.year === null) return a.kind === 'interval' ? NEAR : Number.POSITIVE_INFINITY;
  const left = gregorianYear({ era: a.era, year: a.year }) ?? 0;
  const right = gregorianYear({ era: b.era, year: b.year }) ?? 0;
  return Math.abs(left - right);
}

function agreed(each: YearReading): YearReading {
  return each.eraSource === 'inferred' ? { ...each, evidence: 'dual' } : each;
}
