import { describe, expect, it } from 'vitest';
import { tagYears, timex3 } from '../../../src/tag/index.ts';

describe('timex3', () => {
  it.each([
    ['30 ธันวาคม พ.ศ.2559', { type: 'DATE', value: '2016-12-30' }],
    ['ไตรมาส ๓/๒๕๖๒', { type: 'DATE', value: '2019-Q3' }],
    ['ปลายปี 2565', { type: 'DATE', value: '2022', mod: 'END' }],
    ['ราวปี ค.ศ. 1860', { type: 'DATE', value: '1860', mod: 'APPROX' }],
    ['the 1990s', { type: 'DATE', value: '199' }],
    ['500 ปีก่อนคริสตกาล', { type: 'DATE', value: 'BC0500' }],
    ['พ.ศ. 2550-2558', { type: 'DURATION', value: 'PXX', beginPoint: '2007', endPoint: '2015' }],
  ])('%s', (text, expected) => {
    expect(tagYears(text).map(timex3)).toEqual([expected]);
  });

  it('has nothing to say where there is no value', () => {
    expect(tagYears('ม.ป.ป.').map(timex3)).toEqual([null]);
  });
});
