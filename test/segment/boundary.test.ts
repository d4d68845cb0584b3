import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readGold, score } from '../../bench/segment-score.ts';
import { TABLE } from '../../src/segment/boundary/context.ts';
import { boundaryModel, formatModel, PAIR_WEIGHTS, parseModel } from '../../src/segment/boundary/model.ts';
import { boundary, boundaryEngine } from '../../src/segment/engines/boundary.ts';
import { segmentText } from '../../src/segment/index.ts';

const DEV = new URL('../../../shared/corpora/segmentation/ud_thai_tud-dev.txt', import.meta.url);

test('a model is the same after it was written and read, and is under two megabytes', () => {
  const model = boundaryModel();
  const bytes = formatModel(model);
  expect(parseModel(bytes)).toEqual(model);
  expect(bytes.length).toBeLessThan(2_000_000);
});

test('a model without weights sees no boundary, one with a bias sees every legal one', () => {
  const empty = {
    pairs: new Int16Array(PAIR_WEIGHTS),
    lexical: new Int16Array(TABLE.size),
    rows: new Int8Array(136),
  };
  expect(boundaryEngine(() => empty).cut('ทำหน้าที่')).toEqual([9]);
  const biased = { ...empty, lexical: empty.lexical.map((_, i) => (i >= TABLE.path ? 1 : 0)) };
  expect(boundaryEngine(() => biased).cut('ทำหน้าที่')).toEqual([2, 3, 6, 9]);
});

test('a run longer than a piece is cut as its parts are, but near where pieces meet', () => {
  const sentence = 'การประชุมเพื่อพิจารณาร่างกฎหมายว่าด้วยการค้ามนุษย์ในประเทศไทย';
  const ends = boundary.cut(sentence.repeat(200));
  const once = boundary
    .cut(sentence.repeat(3))
    .filter((end) => end > sentence.length && end <= 2 * sentence.length);
  const middle = ends.filter((end) => end > 20 * sentence.length && end <= 21 * sentence.length);
  expect(middle.map((end) => end - 20 * sentence.length)).toEqual(once.map((end) => end - sentence.length));
  expect(ends.at(-1)).toBe(200 * sentence.length);
});

const shared = existsSync(DEV);
test.skipIf(!shared)(
  `word F1 on UD Thai-TUD dev is at least 89.5${shared ? '' : ' (skipped: no corpora here)'}`,
  () => {
    const { words, all } = score(readGold(DEV), (text) => segmentText(text, { engine: 'boundary' }));
    expect(words).toBeGreaterThan(89.5);
    expect(all).toBeGreaterThan(words - 1);
  },
);
