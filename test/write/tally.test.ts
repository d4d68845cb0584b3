import { expect, test } from 'vitest';
import { repairedLine } from '../../src/write/repaired-line.ts';
import { Counter } from '../../src/write/tally.ts';
import { pageOf } from './book.ts';

test('counts pages, repairs by each of their rules, and what was found', () => {
  const counter = new Counter();
  counter.add(pageOf(1));
  counter.add(pageOf(2, { status: 'failed', repairs: [], entities: [] }));
  const picture = { rule: 'image-only', severity: 'warning', message: 'a picture' } as const;
  counter.add(pageOf(7, { status: 'empty', repairs: [], years: [], diagnostics: [picture] }));
  counter.addDiagnostics([{ severity: 'error' }]);
  expect(counter.tally()).toEqual({
    pages: 3,
    statuses: { empty: 1, failed: 1, repaired: 1 },
    repairs: { 'glyph-nikhahit': 1, 'sara-am': 1 },
    undecided: 3,
    entities: 2,
    years: 2,
    diagnostics: { info: 0, warning: 3, error: 1 },
    failed: [2],
    imageOnly: [7],
    example: { page: 1, before: 'ท างานปี 2551', after: 'ทำงานปี 2551', repairs: 1 },
  });
});

test('the line with the most repaired letters is the example', () => {
  const repair = { ...pageOf(1).repairs[0]!, before: ' า', after: 'ำ' };
  const text = 'ทำ\nคำน้ำ\nจำ';
  const repairs = [1, 4, 7, 10].map((start) => ({ ...repair, start, end: start + 1 }));
  expect(repairedLine(pageOf(4, { text, repairs }))).toEqual({
    page: 4,
    before: 'ค าน้ า',
    after: 'คำน้ำ',
    repairs: 2,
  });
});

test('a line whose spaces alone changed is no example', () => {
  const repair = { ...pageOf(1).repairs[0]!, start: 1, end: 1, before: '\n', after: '' };
  expect(repairedLine(pageOf(1, { text: 'กข', repairs: [repair] }))).toBeNull();
});

test('of a long line, the readable part with the most repairs is the example', () => {
  const repair = { ...pageOf(1).repairs[0]!, before: ' า', after: 'ำ' };
  const filler = `${'ก'.repeat(40)} `.repeat(5);
  const text = `${filler}คำน้ำ จบ`;
  const repairs = [1, 4].map((at) => ({ ...repair, start: filler.length + at, end: filler.length + at + 1 }));
  const example = repairedLine(pageOf(1, { text, repairs }));
  expect(example?.repairs).toBe(2);
  expect(example?.after).toMatch(/คำน้ำ จบ$/);
  expect(example?.after.length).toBeLessThanOrEqual(121);
});
