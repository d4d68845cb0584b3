import type { Example } from './segment-examples.ts';

/** How to learn. */
export interface Learning {
  /** How often every example is seen; the weights after the later half are averaged. */
  readonly epochs: number;
  /** The step of AdaGrad. */
  readonly step: number;
  /** Share of the weights left out at random in each step, so that none is relied on alone. */
  readonly dropout: number;
  readonly seed: number;
}

/** Errors below this are not learnt from: they cost time and change nothing. */
const LEAST_ERROR = 0.002;

/** Logistic regression by AdaGrad (Duchi et al. 2011) with dropout; the same seed gives the same weights. */
export function learn(examples: readonly Example[], size: number, learning: Learning): Float32Array {
  const weights = new Float32Array(size);
  const squares = new Float32Array(size);
  const sum = new Float32Array(size);
  const random = xorshift(learning.seed);
  const order = Uint32Array.from(examples, (_, i) => i);
  const half = learning.epochs >> 1;
  for (let epoch = 0; epoch < learning.epochs; epoch++) {
    shuffle(order, random);
    for (const i of order) {
      const example = examples[i];
      if (example) stepOn(example, { weights, squares, random, learning });
    }
    if (epoch >= half) for (let i = 0; i < size; i++) sum[i] = (sum[i] ?? 0) + (weights[i] ?? 0);
  }
  return sum.map((total) => total / (learning.epochs - half));
}

interface State {
  readonly weights: Float32Array;
  readonly squares: Float32Array;
  readonly random: () => number;
  readonly learning: Learning;
}

const chosen = new Int32Array(1024);

function stepOn({ features, label }: Example, { weights, squares, random, learning }: State): void {
  let count = 0;
  let score = 0;
  for (const feature of features) {
    if (random() < learning.dropout) continue;
    chosen[count++] = feature;
    score += weights[feature] ?? 0;
  }
  const error = 1 / (1 + Math.exp(-score / (1 - learning.dropout))) - label;
  if (Math.abs(error) < LEAST_ERROR) return;
  for (let i = 0; i < count; i++) {
    const feature = chosen[i] ?? 0;
    const square = (squares[feature] ?? 0) + error * error;
    squares[feature] = square;
    weights[feature] = (weights[feature] ?? 0) - (learning.step * error) / (Math.sqrt(square) + 0.1);
  }
}

/** Numbers in [0, 1), the same for the same seed (Marsaglia's xorshift32, 2003). */
export function xorshift(seed: number): () => number {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

function shuffle(order: Uint32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
  }
}
