import type { RunAnalysis } from './analysis.ts';
import { ALPHABET, costIndex, pathIndex, ROW, shapeIndex, spanIndex } from './context.ts';
import { type BoundaryModel, bucketOf, checkOf, hashKey } from './model.ts';

/** A boundary is complete this many letters later: the pair before it speaks for it first. */
const DELAY = 4;

/** The scores of a run's boundaries, in an array that is kept from run to run. */
export class Scores {
  #sums = new Int32Array(0);

  /** The score of the boundary at an offset of the run; above 0 where a word ends. */
  at(offset: number): number {
    return this.#sums[offset + DELAY] ?? 0;
  }

  /** Scores the boundaries of an analysed run. */
  fill(model: BoundaryModel, run: RunAnalysis): void {
    const { length, legal } = run;
    if (this.#sums.length < length + DELAY) this.#sums = new Int32Array(2 * length + 64);
    addLetters(model, run, this.#sums);
    const sums = this.#sums;
    const { lexical } = model;
    for (let i = 1; i < length; i++) {
      if (legal[i] === 0) continue;
      let sum = sums[i + DELAY] ?? 0;
      sum += lexical[shapeIndex(run, i)] ?? 0;
      sum += lexical[spanIndex(run, i)] ?? 0;
      sum += lexical[costIndex(run, i)] ?? 0;
      sum += lexical[pathIndex(run, i)] ?? 0;
      sums[i + DELAY] = sum;
    }
  }
}

/**
 * Sums the weights of the letter sequences. Eight boundaries are open at a time, from three before to
 * four after the boundary before the letter at hand; keeping them in locals instead of the array is
 * what makes this loop fast.
 */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: flat; it counts each default of an index
function addLetters({ pairs, rows }: BoundaryModel, { codes, length }: RunAnalysis, sums: Int32Array): void {
  const mask = (rows.length >> 4) - 1;
  let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let at = 0; at <= length + 1; at++) {
    const pair = (codes[at] ?? 0) * ALPHABET + (codes[at + 1] ?? 0);
    let row = pair * ROW;
    a += pairs[row] ?? 0;
    b += pairs[row + 1] ?? 0;
    c += pairs[row + 2] ?? 0;
    d += pairs[row + 3] ?? 0;
    e += pairs[row + 4] ?? 0;
    f += pairs[row + 5] ?? 0;
    g += pairs[row + 6] ?? 0;
    h += pairs[row + 7] ?? 0;
    if (at < length) {
      const three = (Math.imul(pair, ALPHABET) + (codes[at + 2] ?? 0)) >>> 0;
      row = findRow(rows, hashKey(three, 3), mask);
      c += rows[row + 1] ?? 0;
      d += rows[row + 2] ?? 0;
      e += rows[row + 3] ?? 0;
      f += rows[row + 4] ?? 0;
      g += rows[row + 5] ?? 0;
      h += rows[row + 6] ?? 0;
      const four = (Math.imul(three, ALPHABET) + (codes[at + 3] ?? 0)) >>> 0;
      row = findRow(rows, hashKey(four, 4), mask);
      d += rows[row + 1] ?? 0;
      e += rows[row + 2] ?? 0;
      f += rows[row + 3] ?? 0;
      g += rows[row + 4] ?? 0;
      h += rows[row + 5] ?? 0;
      row = findRow(rows, hashKey((Math.imul(four, ALPHABET) + (codes[at + 4] ?? 0)) >>> 0, 5), mask);
      e += rows[row + 1] ?? 0;
      f += rows[row + 2] ?? 0;
      g += rows[row + 3] ?? 0;
      h += rows[row + 4] ?? 0;
    }
    sums[at] = a;
    a = b;
    b = c;
    c = d;
    d = e;
    e = f;
    f = g;
    g = h;
    h = 0;
  }
  sums[length + 2] = a;
  sums[length + 3] = b;
}

/** Where the row of a sequence begins; that of the empty row at the end when it has none. */
function findRow(rows: Int8Array, hash: number, mask: number): number {
  const check = checkOf(hash);
  const bucket = bucketOf(hash, mask);
  if (rows[bucket] === check) return bucket;
  return rows[bucket + ROW] === check ? bucket + ROW : rows.length - ROW;
}
