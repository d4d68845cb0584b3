import { describe, expect, it } from 'vitest';
import {
  expandYear,
  gregorianYear,
  gregorianYearOfMonth,
  strictInterval,
} from '../../../src/tag/years/era.ts';
import { hijriInterval } from '../../../src/tag/years/hijri.ts';

describe('gregorianYear', () => {
  it.each([
    ['BE', 2551, 2008],
    ['RS', 112, 1893],
    ['CS', 1143, 1781],
    ['MS', 1205, 1283],
    ['CE', 1997, 1997],
  ] as const)('%s %i is %i', (era, year, gregorian) => {
    expect(gregorianYear({ era, year })).toBe(gregorian);
  });
});

describe('the New Year of 1 April', () => {
  it('puts January to March of B.E. 2432 to 2482 into the next Gregorian year', () => {
    expect(gregorianYearOfMonth({ era: 'BE', year: 2474 }, 2)).toBe(1932);
    expect(gregorianYearOfMonth({ era: 'BE', year: 2474 }, 4)).toBe(1931);
    expect(gregorianYearOfMonth({ era: 'BE', year: 2431 }, 1)).toBe(1888);
    expect(gregorianYearOfMonth({ era: 'BE', year: 2484 }, 1)).toBe(1941);
    expect(gregorianYearOfMonth({ era: 'RS', year: 110 }, 1)).toBe(1892);
  });

  it('shows in the strict interval of a year', () => {
    expect(strictInterval({ era: 'BE', year: 2475 })).toBe('1932-04-01/1933-03-31');
    expect(strictInterval({ era: 'BE', year: 2483 })).toBe('1940-04-01/1940-12-31');
    expect(strictInterval({ era: 'BE', year: 2484 })).toBeNull();
    expect(strictInterval({ era: 'CS', year: 1143 })).toBe('1781-04/1782-04');
  });
});

describe('expandYear', () => {
  it('takes short Buddhist years for the 2500s, the last of a century for the 2400s', () => {
    expect([58, 85, 99].map((short) => expandYear(short, 'BE'))).toEqual([2558, 2585, 2499]);
    expect([97, 14].map((short) => expandYear(short, 'CE'))).toEqual([1997, 2014]);
  });
});

describe('hijriInterval', () => {
  it.each([
    [1438, '2016-10-02/2017-09-20'],
    [1439, '2017-09-21/2018-09-10'],
    [1441, '2019-08-31/2020-08-19'],
  ])('A.H. %i is %s', (year, interval) => {
    expect(hijriInterval(year)).toBe(interval);
  });

  it('has no value for what is no Hijri year', () => {
    expect(hijriInterval(0)).toBeNull();
    expect(hijriInterval(2560)).toBeNull();
  });
});
