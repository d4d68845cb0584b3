import { describe, expect, it } from 'vitest';
import { tagYears } from '../../../src/tag/index.ts';

describe('relative expressions', () => {
  const text = 'วานนี้ (5 ธ.ค.) ต่างจากปีที่แล้ว และในปีนี้';

  it('have no value without a date of the document', () => {
    expect(tagYears(text).map((year) => year.edtf)).toEqual([null, 'XXXX-12-05', null, null]);
  });

  it('are counted from it, and marked', () => {
    const years = tagYears(text, { documentDate: '2019-12-06' });
    expect(years.map((year) => year.edtf)).toEqual(['2019-12-05', '2019-12-05', '2018', '2019']);
    expect(years.every((year) => year.flag === 'relative')).toBe(true);
  });

  it('leave the others as they are', () => {
    expect(tagYears('พ.ศ. 2551', { documentDate: '2019-12-06' })).toEqual(tagYears('พ.ศ. 2551'));
  });
});

describe('citations', () => {
  it('name their author', () => {
    const years = tagYears(
      '(COMMIT, 2015) ตาม ปรมะ สตะเวทิน (2546, น. 112-118) และ (Han et al., 2012; ดำ, 2560)',
    );
    expect(years.map((year) => year.author)).toEqual(['COMMIT', 'ปรมะ สตะเวทิน', 'Han et al', 'ดำ']);
  });
});
