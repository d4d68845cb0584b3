import { expect, test } from 'vitest';
import type { Outcome } from '../../src/app/batch.ts';
import { Share } from '../../src/app/progress.ts';
import { type Run, reportOf } from '../../src/app/report.ts';
import { profileLines, summaryLines, troubles } from '../../src/app/summary.ts';
import type { Tally } from '../../src/write/index.ts';

const tally: Tally = {
  pages: 2,
  statuses: { repaired: 2 },
  repairs: { 'line-join': 1, 'sara-am': 4 },
  undecided: 1,
  entities: 1,
  years: 3,
  diagnostics: { info: 0, warning: 1, error: 0 },
  failed: [],
  imageOnly: [],
  example: { page: 2, before: 'ท า', after: 'ทำ', repairs: 1 },
};

function done(name: string, change: Partial<Tally> = {}): Outcome {
  const result = {
    name,
    sha256: 'ab'.repeat(32),
    pageCount: 2,
    files: [`out/${name}.json`],
    tally: { ...tally, ...change },
    profile: [{ stage: 'extract', seconds: 0.25, peakBytes: 2 ** 20 }],
  };
  return { name, path: name, seconds: 0.1234567, result, failure: null };
}

const failed: Outcome = {
  name: 'bad.pdf',
  path: 'in/bad.pdf',
  seconds: 0.1,
  result: null,
  failure: { code: 'corrupt', message: 'bad.pdf is damaged.' },
};

const run: Run = {
  outcomes: [
    done('a.pdf'),
    failed,
    done('b.pdf', { example: { page: 1, before: 'ค าน าจ า', after: 'คำนำจำ', repairs: 3 } }),
  ],
  asked: 3,
  interrupted: false,
  seconds: 2,
  strict: false,
  output: 'out',
};

test('the summary adds up what the documents came to and shows the most telling line', () => {
  expect(summaryLines(reportOf(run))).toEqual([
    '2 documents, 4 pages in 2.0 s (2.0 pages/s); 1 failed',
    '  pages:    repaired 4',
    '  repairs:  line-join 2, sara-am 8; 2 undecided',
    '  found:    2 mentions of entities, 6 years',
    '  written:  2 files in out',
    '  b.pdf, page 1:',
    '    before  ค าน าจ า',
    '    after   คำนำจำ',
  ]);
});

test('an interrupted run says how much is not done, and exits with 130', () => {
  const report = reportOf({ ...run, asked: 5, interrupted: true });
  expect(report.exitCode).toBe(130);
  expect(summaryLines(report)[0]).toBe(
    '2 documents, 4 pages in 2.0 s (2.0 pages/s); 1 failed; interrupted, 2 not done',
  );
});

test('a run in which nothing was done is told in one line', () => {
  expect(summaryLines(reportOf({ ...run, outcomes: [failed], asked: 1 }))).toEqual([
    '0 documents, 0 pages in 2.0 s; 1 failed',
  ]);
});

test('the report adds up time and keeps the peak of memory of each stage', () => {
  expect(reportOf(run).profile).toEqual([{ stage: 'extract', seconds: 0.5, peakBytes: 2 ** 20 }]);
  expect(profileLines(reportOf(run))).toEqual([
    '  stage        seconds       share peak memory',
    '  extract        0.500     100.0 %        1 MB',
  ]);
});

test('pages that failed, pages that are pictures and, when strict, undecided repairs are told', () => {
  const pages = Array.from({ length: 12 }, (_, index) => index + 1);
  const outcomes = [done('a.pdf', { failed: [3], imageOnly: pages })];
  expect(troubles(reportOf({ ...run, outcomes }), true)).toEqual([
    'a.pdf: page 3 could not be read: see out/a.pdf.json, "diagnostics".',
    'a.pdf: pages 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 2 more can only be read by OCR, which was off.',
    'a.pdf: 1 repair undecided: see out/a.pdf.json, "undecided".',
  ]);
  expect(troubles(reportOf(run), false)).toEqual([]);
});

test('the share of a run that is done counts the pages of documents on the way', () => {
  const share = new Share();
  const task = { name: 'a.pdf', path: 'a.pdf', bytes: 1, job: {} as never };
  share.page(task, 5, 20);
  expect(share.documents).toBe(0.25);
  share.finish(done('a.pdf'));
  expect([share.documents, share.done, share.pages]).toEqual([1, 1, 2]);
});
