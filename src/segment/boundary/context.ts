import type { RunAnalysis } from './analysis.ts';

/**
 * What the boundary model looks at, as indices into its tables. The trainer and the engine share
 * these, so that a weight is read where it was learnt.
 */

/** Codes of letters: the offset in the Thai block; these beside, for the edge and what lies beyond. */
export const BEYOND = 0;
export const EDGE = 79;
export const ALPHABET = 80;

/** Weights of a row. */
export const ROW = 8;

/** The boundaries that a sequence of n letters speaks for: `[first, last]`, counted likewise. */
export const REACH: Readonly<Record<number, readonly [first: number, last: number]>> = {
  1: [-3, 4],
  2: [-2, 4],
  3: [-1, 4],
  4: [0, 4],
  5: [1, 4],
};

/** Most letters of a sequence. */
export const LONGEST = 5;

/** Lengths are told apart up to this one. */
const LENGTHS = 10;

/** Costs are told apart by the nat up to this one, which stands for "no word". */
export const NO_COST = 32;
export const COSTS = NO_COST + 1;

/** Where each table begins among the lexical weights, and how many there are. */
export const TABLE = {
  /** The longest words across, before and after: three lengths. */
  shape: 0,
  /** The longest word across: its length, and how much of it lies before. */
  span: LENGTHS ** 3,
  /** The costs of the cheapest words before and after. */
  cost: LENGTHS ** 3 + LENGTHS ** 2,
  /** Whether the cheapest path has the boundary, and the lengths of its words before and after. */
  path: LENGTHS ** 3 + LENGTHS ** 2 + COSTS ** 2,
  size: LENGTHS ** 3 + LENGTHS ** 2 + COSTS ** 2 + 2 * LENGTHS ** 2,
} as const;

/** A length as the tables tell them apart. */
export function capLength(length: number): number {
  return length < LENGTHS ? length : LENGTHS - 1;
}

/** The number of a sequence of letters, given that of the sequence without its last. */
export function extendKey(key: number, code: number): number {
  return (Math.imul(key, ALPHABET) + code) >>> 0;
}

/** The lexical weights that a boundary of an analysed run adds up, by their indices. */
export function shapeIndex({ spanLength, endsHere, beginsHere }: RunAnalysis, at: number): number {
  return TABLE.shape + (spanLength[at] ?? 0) * 100 + (endsHere[at] ?? 0) * 10 + (beginsHere[at] ?? 0);
}

export function spanIndex({ spanLength, spanBefore }: RunAnalysis, at: number): number {
  return TABLE.span + (spanLength[at] ?? 0) * LENGTHS + (spanBefore[at] ?? 0);
}

export function costIndex({ costBefore, costAfter }: RunAnalysis, at: number): number {
  return TABLE.cost + (costBefore[at] ?? NO_COST) * COSTS + (costAfter[at] ?? NO_COST);
}

export function pathIndex({ onPath, pathBefore, pathAfter }: RunAnalysis, at: number): number {
  return TABLE.path + (onPath[at] ?? 0) * 100 + (pathBefore[at] ?? 0) * 10 + (pathAfter[at] ?? 0);
}
