import { LABELS } from './encoding.ts';

/** What marginals are reckoned with. */
export interface MarginalOptions {
  /** Powers of e of the transitions, `jump[from * LABELS + to]`. */
  readonly jump: Float64Array;
  /** Where the expected counts of pairs of labels are added up, when they are wanted. */
  readonly edge?: Float64Array;
}

/** Marginal probabilities of the labels of each token, by forward and backward sums. */
export function marginals(
  emission: Float32Array,
  count: number,
  { jump, edge }: MarginalOptions,
): Float64Array {
  const local = exponentials(emission, count);
  const forward = local.slice();
  normalise(forward, 0);
  for (let token = 1; token < count; token++) forwardStep(forward, token, { local, jump });
  const node = forward.slice();
  const after = new Float64Array(LABELS).fill(1);
  const weighted = new Float64Array(LABELS);
  for (let token = count - 2; token >= 0; token--) {
    const next = (token + 1) * LABELS;
    for (let to = 0; to < LABELS; to++) weighted[to] = (local[next + to] as number) * (after[to] as number);
    if (edge !== undefined) addPairs(edge, forward.subarray(token * LABELS, next), { weighted, jump });
    backwardStep(after, { weighted, jump });
    const row = token * LABELS;
    for (let label = 0; label < LABELS; label++)
      node[row + label] = (node[row + label] as number) * (after[label] as number);
    normalise(node, token);
  }
  return node;
}

interface Step {
  readonly jump: Float64Array;
  readonly local: Float64Array;
}

function forwardStep(forward: Float64Array, token: number, { local, jump }: Step): void {
  const row = token * LABELS;
  const before = row - LABELS;
  for (let from = 0; from < LABELS; from++) {
    const share = forward[before + from] as number;
    // Most labels are out of the question for most tokens.
    if (share < 1e-9) continue;
    for (let to = 0; to < LABELS; to++)
      sums[to] = (sums[to] as number) + share * (jump[from * LABELS + to] as number);
  }
  for (let to = 0; to < LABELS; to++) {
    forward[row + to] = (sums[to] as number) * (local[row + to] as number);
    sums[to] = 0;
  }
  normalise(forward, token);
}

const sums = new Float64Array(LABELS);

interface Backward {
  readonly jump: Float64Array;
  /** For each label of the next token, its score times what follows it. */
  readonly weighted: Float64Array;
}

function backwardStep(after: Float64Array, { weighted, jump }: Backward): void {
  let total = 0;
  for (let from = 0; from < LABELS; from++) {
    let sum = 0;
    for (let to = 0; to < LABELS; to++)
      sum += (jump[from * LABELS + to] as number) * (weighted[to] as number);
    after[from] = sum;
    total += sum;
  }
  for (let from = 0; from < LABELS; from++) after[from] = (after[from] as number) / total;
}

/** The expected pairs between a token and the next. */
function addPairs(edge: Float64Array, forward: Float64Array, { weighted, jump }: Backward): void {
  let total = 0;
  for (let from = 0; from < LABELS; from++) {
    for (let to = 0; to < LABELS; to++) {
      total += (forward[from] ?? 0) * (jump[from * LABELS + to] ?? 0) * (weighted[to] ?? 0);
    }
  }
  for (let from = 0; from < LABELS; from++) {
    for (let to = 0; to < LABELS; to++) {
      const at = from * LABELS + to;
      edge[at] = (edge[at] ?? 0) + ((forward[from] ?? 0) * (jump[at] ?? 0) * (weighted[to] ?? 0)) / total;
    }
  }
}

/** Powers of e of the scores, each token's largest at 1. */
function exponentials(emission: Float32Array, count: number): Float64Array {
  const local = new Float64Array(count * LABELS);
  for (let token = 0; token < count; token++) {
    const row = token * LABELS;
    let top = Number.NEGATIVE_INFINITY;
    for (let label = 0; label < LABELS; label++) top = Math.max(top, emission[row + label] as number);
    for (let label = 0; label < LABELS; label++)
      local[row + label] = Math.exp((emission[row + label] as number) - top);
  }
  return local;
}

function normalise(values: Float64Array, token: number): void {
  const row = token * LABELS;
  let sum = 0;
  for (let label = 0; label < LABELS; label++) sum += values[row + label] as number;
  if (sum === 0) return;
  for (let label = 0; label < LABELS; label++) values[row + label] = (values[row + label] as number) / sum;
}
