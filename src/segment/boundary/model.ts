import { readFileSync } from 'node:fs';
import { ALPHABET, ROW, TABLE } from './context.ts';

/** Weights of letter pairs, sixteen bits each. */
export const PAIR_WEIGHTS = ALPHABET * ALPHABET * ROW;

/**
 * A linear model of word boundaries. All weights are in one unit; their sum above 0 is a boundary.
 * A row of a longer sequence is its check byte and seven weights, from the first boundary that the
 * sequence speaks for on; rows lie in buckets of two.
 */
export interface BoundaryModel {
  /** {@link ROW} weights a pair of codes. */
  readonly pairs: Int16Array;
  /** The lexical weights, laid out as {@link TABLE} says. */
  readonly lexical: Int16Array;
  /** {@link ROW} bytes a row; a power of two of rows, and one more that is empty. */
  readonly rows: Int8Array;
}

/** Mixes the number of a sequence with its length: bucket and check are parts of the mixture. */
export function hashKey(key: number, length: number): number {
  return Math.imul(key ^ Math.imul(length, 0x27d4eb2f), 0x9e3779b1);
}

/** Which bucket a sequence lies in: the index of its first byte in the rows. */
export function bucketOf(hash: number, mask: number): number {
  return ((hash >>> 6) & mask) << 4;
}

/** What tells a sequence from others in its bucket; never 0, which marks an empty row. */
export function checkOf(hash: number): number {
  return (hash >> 24) | 1;
}

let loaded: BoundaryModel | undefined;

/** The model of the package, read when first asked for. Sources and licence: `data/README.md`. */
export function boundaryModel(): BoundaryModel {
  loaded ??= parseModel(readFileSync(new URL('../../../src/segment/data/boundary.bin', import.meta.url)));
  return loaded;
}

/** Reads a model as {@link formatModel} wrote it: pairs, lexical weights, rows; little-endian. */
export function parseModel(file: Uint8Array): BoundaryModel {
  const wide = file.slice(0, 2 * (PAIR_WEIGHTS + TABLE.size));
  if (new Uint8Array(Uint16Array.of(1).buffer)[0] === 0) Buffer.from(wide.buffer).swap16();
  const weights = new Int16Array(wide.buffer, 0, PAIR_WEIGHTS + TABLE.size);
  const rows = file.subarray(wide.length);
  return {
    pairs: weights.subarray(0, PAIR_WEIGHTS),
    lexical: weights.subarray(PAIR_WEIGHTS),
    rows: new Int8Array(rows.buffer, rows.byteOffset, rows.length),
  };
}

/** The bytes of a model's file. */
export function formatModel({ pairs, lexical, rows }: BoundaryModel): Uint8Array {
  const wide = new Int16Array([...pairs, ...lexical]);
  return Buffer.concat([
    new Uint8Array(wide.buffer),
    new Uint8Array(rows.buffer, rows.byteOffset, rows.length),
  ]);
}
