import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tagYears } from '../../../src/tag/index.ts';
import type { YearReading } from '../../../src/tag/years/reading.ts';
import { readCases } from '../../cases.ts';

function line(year: YearReading): string {
  const parts = [year.text, year.kind, year.era, year.eraSource, year.edtf ?? '-', year.flag ?? ''];
  return parts.filter((part) => part !== '').join(' | ');
}

describe.each(['tag/years.txt', 'tag/dates.txt'])('the table %s', (table) => {
  it.each(readCases(table))('$title', ({ input, expected }) => {
    const found = tagYears(input).map(line);
    expect(found.length === 0 ? 'none' : found.join('\n')).toBe(expected);
  });
});

/** Text as years stand in it, in any order: the words and signs of the vocabulary, digits and noise. */
const yearish = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'พ.ศ.',
        'ค.ศ.',
        'ปี',
        ' ',
        '-',
        '/',
        '(',
        ')',
        ',',
        'และ',
        'ถึง',
        'มกราคม',
        'ม.ค.',
        'B.E.',
        '๒๕๕๑',
      ),
      fc.constantFrom(
        'ไตรมาส',
        'วันที่',
        'รัชกาลที่',
        'ศตวรรษที่',
        'ทศวรรษ',
        '’',
        '2014',
        '15',
        '7',
        '\n',
        'คน',
        'x',
        'หน้า',
      ),
      fc.integer({ min: 0, max: 99999 }).map(String),
      fc.string({ maxLength: 3 }),
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

describe('any text', () => {
  it('gives mentions in order, apart, and as they stand in it', () => {
    fc.assert(
      fc.property(yearish, (text) => {
        let end = 0;
        for (const year of tagYears(text)) {
          expect(year.start).toBeGreaterThanOrEqual(end);
          expect(year.end).toBeGreaterThan(year.start);
          expect(year.text).toBe(text.slice(year.start, year.end));
          end = year.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads a year the same wherever it stands in a longer text', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2400, max: 2600 }), fc.nat(2000), (year, distance) => {
        const text = `${'ก'.repeat(distance)} พ.ศ. ${year} `;
        expect(tagYears(text).map((each) => each.edtf)).toEqual([String(year - 543)]);
      }),
    );
  });

  it.each([
    ['digits', '7'],
    ['years', '2556 '],
    ['spaces', ' '],
    ['eras', 'พ.ศ.'],
    ['open brackets', '('],
    ['ranges', '2550-'],
    ['thousands', '1,'],
    ['citations', '(a, 2015'],
    ['addresses', 'a@'],
  ])('takes time in proportion to its length: %s', (_, unit) => {
    const time = (length: number): number => {
      const text = unit.repeat(Math.ceil(length / unit.length));
      const from = performance.now();
      tagYears(text);
      return performance.now() - from;
    };
    time(20_000);
    const short = Math.min(time(50_000), time(50_000), time(50_000));
    const long = Math.min(time(400_000), time(400_000));
    expect(long).toBeLessThan(Math.max(short * 8 * 4, 100));
  });
});

const shared = new URL('../../../../shared/cases/years.jsonl', import.meta.url);
const missing = existsSync(shared) ? '' : ' [skipped: ../shared/cases is not there]';

describe.skipIf(missing !== '')(`the shared cases${missing}`, () => {
  interface Gold {
    readonly id: string;
    readonly text: string;
    readonly spans: readonly Pick<YearReading, 'start' | 'end' | 'kind' | 'era' | 'eraSource' | 'edtf'>[];
  }
  const cases: Gold[] =
    missing === ''
      ? readFileSync(shared, 'utf8')
          .trim()
          .split('\n')
          .map((each) => JSON.parse(each))
      : [];

  it('are wholly right in at least 98 of 100', () => {
    const wrong = cases.filter(({ text, spans }) => {
      const facts = (year: Gold['spans'][number]) => [
        year.start,
        year.end,
        year.kind,
        year.era,
        year.eraSource,
        year.edtf,
      ];
      return JSON.stringify(tagYears(text).map(facts)) !== JSON.stringify(spans.map(facts));
    });
    expect(wrong.map(({ id }) => id).slice(Math.floor(cases.length * 0.02))).toEqual([]);
  });
});
