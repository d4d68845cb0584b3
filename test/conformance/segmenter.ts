import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayBreak } from '../../src/document/lexicon-cluster.ts';
import type { SegmentEngine } from '../../src/segment/engine.ts';
import { segmentText } from '../../src/segment/index.ts';

const THAI_RUN = '[\\u0e01-\\u0e2e\\u0e30-\\u0e3a\\u0e40-\\u0e45\\u0e47-\\u0e4e]+';
const PIECES =
  "ทำ น้ำ ก็ ที่ การ เ า ำ ้ ่ ์ ิ ฯ ๆ ฯลฯ ณ ก จันทร์ พ.ศ. น. 12 ๒๕๖๐ 1,234.5 % ( ) . , - / @ : http://a.th x UN-ACT don't é e\u0301 \u200b \u200d \u00a0 \n \r\n \t 👨‍👩‍👧 🇹🇭 ☎️ \u0000 \ufeff 한 ក្រុម".split(
    ' ',
  );

/** Text of the kinds that break segmenters: fragments of Thai, signs, white space, any code unit. */
const anyText = fc.oneof(
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES, ' ', '  '), fc.string({ maxLength: 3 })), { maxLength: 30 })
    .map((all) => all.join('')),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
    .map((units) => String.fromCharCode(...units)),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(fc.integer({ min: 0x0e00, max: 0x0e5b }), { maxLength: 60 })
    .map((units) => String.fromCharCode(...units)),
);

const thaiRun = anyText.map((text) => text.replace(new RegExp(`(${THAI_RUN})|[^]`, 'gu'), '$1'));

function offsets(tokens: readonly string[]): Set<number> {
  let at = 0;
  return new Set(tokens.map((token) => (at += token.length)));
}

/** The laws that every engine keeps, by itself and under the rules of the stage. */
export function describeSegmenter(engine: SegmentEngine): void {
  const cut = (text: string) => segmentText(text, { engine: engine.name });

  describe(`segmenter ${engine.name}`, () => {
    test('tokens are never empty and together are the text, whatever the text', () => {
      fc.assert(
        fc.property(anyText, (text) => {
          const tokens = cut(text);
          expect(tokens.join('')).toBe(text);
          expect(tokens).not.toContain('');
        }),
        { numRuns: 2000 },
      );
    });

    test('the engine alone gives ascending ends up to the end of the run', () => {
      fc.assert(
        fc.property(thaiRun, (run) => {
          const ends = [...engine.cut(run)];
          expect(ends).toEqual([...new Set(ends)].sort((a, b) => a - b));
          expect(ends.at(-1) ?? 0).toBe(run.length);
          expect(ends[0] ?? 1).toBeGreaterThan(0);
          for (const end of ends) expect(end === run.length || mayBreak(run, end)).toBe(true);
        }),
        { numRuns: 500 },
      );
    });

    test('the same text has the same tokens each time', () => {
      fc.assert(
        fc.property(anyText, (text) => {
          const first = cut(text);
          cut('ข้อความอื่น 1 other text');
          expect(cut(text)).toEqual(first);
        }),
      );
    });

    test('texts joined by a line end have the tokens of each', () => {
      fc.assert(
        fc.property(anyText, anyText, (a, b) => {
          const [left, right] = [a.trimEnd(), b.trimStart()];
          expect(cut(`${left}\n${right}`)).toEqual([...cut(left), '\n', ...cut(right)]);
        }),
        { numRuns: 1000 },
      );
    });

    test('no token begins inside a grapheme cluster', () => {
      const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
      fc.assert(
        fc.property(anyText, (text) => {
          const legal = offsets([...graphemes.segment(text)].map(({ segment }) => segment));
          for (const end of offsets(cut(text))) expect(legal, JSON.stringify(text)).toContain(end);
        }),
        { numRuns: 2000 },
      );
    });

    test('no token begins inside a Thai character cluster', () => {
      fc.assert(
        fc.property(thaiRun, (run) => {
          for (const end of offsets(cut(run))) expect(end === run.length || mayBreak(run, end)).toBe(true);
        }),
      );
    });

    test('words, signs, abbreviations and numbers of plain text come out whole', () => {
      expect(cut('แม่น้ำโขง ต่างๆ ดี').filter((token) => token !== ' ')).toEqual([
        'แม่น้ำ',
        'โขง',
        'ต่าง',
        'ๆ',
        'ดี',
      ]);
      expect(cut('เมื่อ พ.ศ. ๒๕๖๐ UN-ACT')).toEqual(['เมื่อ', ' ', 'พ.ศ.', ' ', '๒๕๖๐', ' ', 'UN-ACT']);
    });

    test('time grows with the length of the text, no faster', () => {
      const unit = 'การประชุมสภาผู้แทนราษฎรกกกกไทย';
      cut(unit.repeat(300));
      const [short, long] = [400, 1600].map((times) => seconds(() => engine.cut(unit.repeat(times))));
      expect(long ?? 0).toBeLessThan(12 * (short ?? 0) + 0.05);
    });
  });
}

/** The least CPU seconds of three runs. */
function seconds(work: () => void): number {
  return Math.min(
    ...[1, 2, 3].map(() => {
      const before = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1e6;
    }),
  );
}
