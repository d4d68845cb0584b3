/**
 * What the boundary model looks at, as indices into its tables. The trainer and the engine share
 * these, so that a weight is read where it was learnt.
 */

/** Codes of letters: the offset in the Thai block; these beside, for the edge and what lies beyond. */
export const BEYOND = 0;
export const EDGE = 79;
export const ALPHABET = 80;

/** Weights of a row: for the boundaries from {@link FIRST_OFFSET} to the seven after it. */
export const ROW = 8;

/** The first boundary that a letter pair speaks for, counted from the boundary before its first letter. */
export const FIRST_OFFSET = -3;

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

/** Where each table begins among the lexical weights, and how many there are. */
export const TABLE = {
  bias: 0,
  shape: 1,
  span: 1 + 11 * 100,
  left: 1 + 11 * 100 + 160,
  right: 1 + 11 * 100 + 160 + 33,
  pair: 1 + 11 * 100 + 160 + 66,
  path: 1 + 11 * 100 + 160 + 66 + 17 * 17,
  size: 1 + 11 * 100 + 160 + 66 + 17 * 17 + 200,
} as const;

/** A length as the tables tell them apart. */
export function capLength(length: number): number {
  return length < LENGTHS ? length : LENGTHS - 1;
}

/** The number of a sequence of letters, given that of the sequence without its last. */
export function extendKey(key: number, code: number): number {
  return (Math.imul(key, ALPHABET) + code) >>> 0;
}
