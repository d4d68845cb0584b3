import type { RunAnalysis } from './analysis.ts';
import { ALPHABET, FIRST_OFFSET, NO_COST, ROW, TABLE } from './context.ts';
import { type BoundaryModel, bucketOf, checkOf, saltKey } from './model.ts';

/** Boundaries before the run's start and after its end that rows may speak for without being asked. */
const MARGIN = 4;

/** The scores of a run's boundaries, in an array that is kept from run to run. */
export class Scores {
  #sums = new Int32Array(0);

  /** The score of the boundary at an offset of the run; above 0 where a word ends. */
  at(offset: number): number {
    return this.#sums[offset + MARGIN] ?? 0;
  }

  /** Scores the boundaries of an analysed run. */
  fill(model: BoundaryModel, run: RunAnalysis): void {
    const size = run.length + 2 + 2 * MARGIN;
    if (this.#sums.length < size) this.#sums = new Int32Array(2 * size);
    else this.#sums.fill(0, 0, size);
    this.#addPairs(model.pairs, run);
    this.#addRows(model.rows, run);
    for (let i = 1; i < run.length; i++) {
      if (run.legal[i] === 1) this.#sums[i + MARGIN] = this.at(i) + lexicalScore(model.lexical, run, i);
    }
  }

  #addPairs(pairs: Int16Array, { codes, length }: RunAnalysis): void {
    const sums = this.#sums;
    for (let at = 0; at <= length + 1; at++) {
      let row = ((codes[at] ?? 0) * ALPHABET + (codes[at + 1] ?? 0)) * ROW;
      // The letter at index `at` begins at offset `at - 1` of the run.
      const first = at - 1 + FIRST_OFFSET + MARGIN;
      for (let i = first; i < first + ROW; i++) {
        sums[i] = (sums[i] ?? 0) + (pairs[row] ?? 0);
        row++;
      }
    }
  }

  #addRows(rows: Int8Array, { codes, length }: RunAnalysis): void {
    const mask = (rows.length >> 4) - 1;
    for (let at = 0; at < length; at++) {
      let key = (codes[at] ?? 0) * ALPHABET + (codes[at + 1] ?? 0);
      for (let n = 3; n <= 5 && at + n <= length + 2; n++) {
        key = (Math.imul(key, ALPHABET) + (codes[at + n - 1] ?? 0)) >>> 0;
        const salted = saltKey(key, n);
        const check = checkOf(salted);
        let row = bucketOf(salted, mask);
        if (rows[row] !== check) {
          row += ROW;
          if (rows[row] !== check) continue;
        }
        this.#addRow(rows, row, { first: at + n - 5 + MARGIN, count: 9 - n });
      }
    }
  }

  #addRow(rows: Int8Array, row: number, { first, count }: { first: number; count: number }): void {
    const sums = this.#sums;
    for (let i = 0; i < count; i++) sums[first + i] = (sums[first + i] ?? 0) + (rows[row + 1 + i] ?? 0);
  }
}

/** The sum of the lexical weights of a boundary. */
function lexicalScore(weights: Int16Array, run: RunAnalysis, at: number): number {
  let sum = weights[TABLE.bias] ?? 0;
  sum += weights[shapeIndex(run, at)] ?? 0;
  sum += weights[spanIndex(run, at)] ?? 0;
  sum += weights[TABLE.left + (run.costBefore[at] ?? 0)] ?? 0;
  sum += weights[TABLE.right + (run.costAfter[at] ?? 0)] ?? 0;
  sum += weights[pairIndex(run, at)] ?? 0;
  return sum + (weights[pathIndex(run, at)] ?? 0);
}

/** The lexical weights that a boundary adds up, by their indices. */
export function lexicalIndices(run: RunAnalysis, at: number): number[] {
  return [
    TABLE.bias,
    shapeIndex(run, at),
    spanIndex(run, at),
    TABLE.left + (run.costBefore[at] ?? 0),
    TABLE.right + (run.costAfter[at] ?? 0),
    pairIndex(run, at),
    pathIndex(run, at),
  ];
}

function shapeIndex({ spanLength, endsHere, beginsHere }: RunAnalysis, at: number): number {
  return TABLE.shape + (spanLength[at] ?? 0) * 100 + (endsHere[at] ?? 0) * 10 + (beginsHere[at] ?? 0);
}

function spanIndex({ spanLength, spanBefore }: RunAnalysis, at: number): number {
  return TABLE.span + (spanLength[at] ?? 0) * 16 + (spanBefore[at] ?? 0);
}

function pairIndex({ costBefore, costAfter }: RunAnalysis, at: number): number {
  return TABLE.pair + ((costBefore[at] ?? NO_COST) >> 1) * 17 + ((costAfter[at] ?? NO_COST) >> 1);
}

function pathIndex({ onPath, pathBefore, pathAfter }: RunAnalysis, at: number): number {
  return TABLE.path + (onPath[at] ?? 0) * 100 + (pathBefore[at] ?? 0) * 10 + (pathAfter[at] ?? 0);
}
