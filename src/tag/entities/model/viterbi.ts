/** Scores of a sentence: `emission[token * labels + label]`, `transition[from * labels + to]`. */
export interface Lattice {
  readonly labels: number;
  readonly emission: Float32Array;
  readonly transition: Float32Array;
}

/** The best sequence of labels of the first `count` tokens. */
export function bestLabels({ labels, emission, transition }: Lattice, count: number): Uint8Array {
  const back = new Uint8Array(count * labels);
  let scores = emission.slice(0, labels);
  for (let token = 1; token < count; token++) {
    const next = new Float32Array(labels);
    for (let to = 0; to < labels; to++) {
      let best = 0;
      let top = Number.NEGATIVE_INFINITY;
      for (let from = 0; from < labels; from++) {
        const score = (scores[from] ?? 0) + (transition[from * labels + to] ?? 0);
        if (score > top) {
          top = score;
          best = from;
        }
      }
      next[to] = top + (emission[token * labels + to] ?? 0);
      back[token * labels + to] = best;
    }
    scores = next;
  }
  const path = new Uint8Array(count);
  let label = scores.indexOf(Math.max(...scores));
  for (let token = count - 1; token >= 0; token--) {
    path[token] = label;
    label = back[token * labels + label] ?? 0;
  }
  return path;
}
