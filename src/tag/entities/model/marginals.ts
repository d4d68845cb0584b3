import { LABELS } from './encoding.ts';

/** Marginal probabilities of labels, and expected counts of pairs, by forward and backward sums. */
export function marginals(
  emission: Float32Array,
  count: number,
  transition: Float32Array,
): { node: Float64Array; edge: Float64Array } {
  const jump = Float64Array.from(transition, Math.exp);
  const local = exponentials(emission, count);
  const forward = local.slice();
  normalise(forward, 0);
  for (let token = 1; token < count; token++) {
    for (let to = 0; to < LABELS; to++) {
      let sum = 0;
      for (let from = 0; from < LABELS; from++) {
        sum += (forward[(token - 1) * LABELS + from] ?? 0) * (jump[from * LABELS + to] ?? 0);
      }
      forward[token * LABELS + to] = sum * (local[token * LABELS + to] ?? 0);
    }
    normalise(forward, token);
  }
  const edge = new Float64Array(LABELS * LABELS);
  const backward = new Float64Array(count * LABELS).fill(1);
  for (let token = count - 2; token >= 0; token--) {
    pairs(token, { forward, backward, local, jump, edge });
  }
  const node = new Float64Array(count * LABELS);
  for (let at = 0; at < node.length; at++) node[at] = (forward[at] ?? 0) * (backward[at] ?? 0);
  for (let token = 0; token < count; token++) normalise(node, token);
  return { node, edge };
}

/** Powers of e of the scores, each token's largest at 1. */
function exponentials(emission: Float32Array, count: number): Float64Array {
  const local = new Float64Array(count * LABELS);
  for (let token = 0; token < count; token++) {
    let top = Number.NEGATIVE_INFINITY;
    for (let label = 0; label < LABELS; label++) top = Math.max(top, emission[token * LABELS + label] ?? 0);
    for (let label = 0; label < LABELS; label++) {
      local[token * LABELS + label] = Math.exp((emission[token * LABELS + label] ?? 0) - top);
    }
  }
  return local;
}

interface Sums {
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  readonly local: Float64Array;
  readonly jump: Float64Array;
  readonly edge: Float64Array;
}

/** One step of the backward sums, and the expected pairs between a token and the next. */
function pairs(token: number, { forward, backward, local, jump, edge }: Sums): void {
  const joint = new Float64Array(LABELS * LABELS);
  let total = 0;
  for (let from = 0; from < LABELS; from++) {
    let sum = 0;
    const before = forward[token * LABELS + from] ?? 0;
    for (let to = 0; to < LABELS; to++) {
      const next = (token + 1) * LABELS + to;
      const value = (jump[from * LABELS + to] ?? 0) * (local[next] ?? 0) * (backward[next] ?? 0);
      sum += value;
      joint[from * LABELS + to] = before * value;
      total += before * value;
    }
    backward[token * LABELS + from] = sum;
  }
  normalise(backward, token);
  for (let at = 0; at < joint.length; at++) edge[at] = (edge[at] ?? 0) + (joint[at] ?? 0) / total;
}

function normalise(values: Float64Array, token: number): void {
  let sum = 0;
  for (let label = 0; label < LABELS; label++) sum += values[token * LABELS + label] ?? 0;
  if (sum === 0) return;
  for (let label = 0; label < LABELS; label++)
    values[token * LABELS + label] = (values[token * LABELS + label] ?? 0) / sum;
}
