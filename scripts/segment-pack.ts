import { ALPHABET, COSTS, ROW, TABLE } from '../src/segment/boundary/context.ts';
import { type BoundaryModel, bucketOf, checkOf, PAIR_WEIGHTS } from '../src/segment/boundary/model.ts';
import { COST_PAIRS, LAYOUT } from './segment-examples.ts';

/** Integer weights to a unit of log odds. */
const SCALE = 40;

/** Rows of the packed model, a power of two, a megabyte; one more stays empty, for sequences that have none. */
const ROWS = 1 << 17;

/** Rows whose weights are all below this, in integer weights, are left out. */
const LEAST_ROW = 4;

/** The learnt weights as the engine reads them. */
export function packModel(weights: Float32Array, rows: ReadonlyMap<number, number>): BoundaryModel {
  const pairs = new Int16Array(PAIR_WEIGHTS);
  for (let i = 0; i < PAIR_WEIGHTS; i++) pairs[i] = Math.round(SCALE * pairWeight(weights, i));
  const lexical = Int16Array.from({ length: TABLE.size }, (_, i) =>
    Math.round(SCALE * lexicalWeight(weights, i)),
  );
  return { pairs, lexical, rows: packRows(weights, rows) };
}

/** A lexical weight: the costs' are sums of three that were learnt, the path's have the bias added. */
function lexicalWeight(weights: Float32Array, index: number): number {
  const weight = (at: number) => weights[at] ?? 0;
  if (index < TABLE.cost) return weight(index);
  if (index >= TABLE.path) return weight(index) + weight(LAYOUT.bias);
  const before = Math.floor((index - TABLE.cost) / COSTS);
  const after = (index - TABLE.cost) % COSTS;
  const pair = weight(LAYOUT.costPair + (before >> 1) * COST_PAIRS + (after >> 1));
  return weight(LAYOUT.costBefore + before) + weight(LAYOUT.costAfter + after) + pair;
}

/**
 * A weight of a pair with that of its first letter. A letter speaks for one boundary more than a
 * pair, the one three letters before it: hence the pair's weights begin one place later.
 */
function pairWeight(weights: Float32Array, index: number): number {
  const first = Math.floor(index / ROW / ALPHABET);
  const place = index % ROW;
  const own = place === 0 ? 0 : (weights[LAYOUT.pairs + index - 1] ?? 0);
  return own + (weights[LAYOUT.letters + first * ROW + place] ?? 0);
}

function packRows(weights: Float32Array, rows: ReadonlyMap<number, number>): Int8Array {
  const packed = new Int8Array((ROWS + 1) * ROW);
  const mask = (packed.length >> 4) - 1;
  const heaviest = [...rows]
    .map(([key, row]) => ({ key, row: rowWeights(weights, row) }))
    .map(({ key, row }) => ({ key, row, weight: Math.max(...row.map(Math.abs)) }))
    .filter(({ weight }) => weight >= LEAST_ROW)
    .sort((a, b) => b.weight - a.weight || a.key - b.key);
  let lost = 0;
  for (const { key, row } of heaviest) {
    const check = checkOf(key);
    const bucket = bucketOf(key, mask);
    const place = [bucket, bucket + ROW].find((at) => packed[at] === 0);
    if (place === undefined || packed[bucket] === check) lost++;
    else packed.set([check, ...row], place);
  }
  console.log(`${heaviest.length} of ${rows.size} rows weigh enough, ${lost} found no room`);
  return packed;
}

function rowWeights(weights: Float32Array, row: number): number[] {
  const start = LAYOUT.rows + row * ROW;
  const own = [...weights.subarray(start, start + ROW - 1)];
  return own.map((weight) => Math.max(-127, Math.min(127, Math.round(SCALE * weight))));
}
