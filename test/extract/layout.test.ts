import { describe, expect, it } from 'vitest';
import { measureLayout } from '../../bench/layout.ts';
import { f1, type Share } from '../../bench/layout-score.ts';
import { bookTruth, caseTruth, edgeTruth, hasShared } from '../../bench/layout-truth.ts';

const ratio = ({ hits, of }: Share): number => (of === 0 ? 1 : hits / of);

describe('layout, against the truth', () => {
  it('keeps every line of the book in order, with its folios, furniture and cells', async () => {
    const { score } = await measureLayout(bookTruth());
    expect(score.order.of).toBeGreaterThan(300);
    expect(score.order.hits).toBe(score.order.of);
    expect(score.folio.hits).toBe(17);
    expect([ratio(score.furniturePrecision), ratio(score.furnitureRecall)]).toEqual([1, 1]);
    expect(f1(score.cellPrecision, score.cellRecall)).toBe(1);
    expect(ratio(score.kind)).toBeGreaterThan(0.95);
  });

  it.each(edgeTruth().map((document) => [document.name, document] as const))(
    'keeps the order of %s',
    async (_, document) => {
      const { score } = await measureLayout(document);
      expect(score.order.of - score.order.hits).toBeLessThanOrEqual(1);
    },
  );

  const real = caseTruth().map((document) => [document.name, document] as const);
  it.skipIf(!hasShared).each(real)('reads the marked pages of %s', async (_, document) => {
    const { score } = await measureLayout(document);
    expect(score.order.hits).toBe(score.order.of);
    expect(ratio(score.kind)).toBeGreaterThan(document.name === 'pdfjs-issue13211' ? 0.7 : 0.97);
    if (score.cellRecall.of > 0) expect(f1(score.cellPrecision, score.cellRecall)).toBeGreaterThan(0.95);
  });

  it.skipIf(hasShared)('real pages (skipped: ../shared is missing)', () => {
    expect(real).toEqual([]);
  });
});
