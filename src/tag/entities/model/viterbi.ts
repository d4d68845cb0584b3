/** Scores of a sentence: `emission[token * labels + label]`, `transition[from * labels + to]`. */
export interface Lattice {
  readonly labels: number;
  readonly emission: Float32Array;
  readonly transition: Float32Array;
}

/**
 * The best sequence of labels of the first `count` tokens. A label that trails the leading one by more
 * than transitions can differ is on no best path, and is passed over: most are.
 */
export function bestLabels({ labels, emission, transition }: Lattice, count: number): Uint8Array {
  const back = new Uint8Array(count * labels);
  const spread = spreadOf(transition);
  const alive = new Uint8Array(labels);
  let scores = emission.slice(0, labels);
  let next = new Float32Array(labels);
  for (let token = 1; token < count; token++) {
    const living = keepLiving(scores, alive, spread);
    const row = token * labels;
    for (let to = 0; to < labels; to++) {
      let best = alive[0] as number;
      let top = Number.NEGATIVE_INFINITY;
      for (let index = 0; index < living; index++) {
        const from = alive[index] as number;
        const score = (scores[from] as number) + (transition[from * labels + to] as number);
        if (score > top) {
          top = score;
          best = from;
        }
      }
      next[to] = top + (emission[row + to] as number);
      back[row + to] = best;
    }
    [scores, next] = [next, scores];
  }
  return follow(back, count, scores);
}

/** How far transitions differ at most. */
function spreadOf(transition: Float32Array): number {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of transition) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return most - least;
}

/** Writes the labels that can still win to `alive`, and gives their number. */
function keepLiving(scores: Float32Array, alive: Uint8Array, spread: number): number {
  let top = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > top) top = score;
  let living = 0;
  for (let label = 0; label < scores.length; label++) {
    if ((scores[label] as number) >= top - spread) alive[living++] = label;
  }
  return living;
}

function follow(back: Uint8Array, count: number, scores: Float32Array): Uint8Array {
  const labels = scores.length;
  const path = new Uint8Array(count);
  let label = scores.indexOf(Math.max(...scores));
  for (let token = count - 1; token >= 0; token--) {
    path[token] = label;
    label = back[token * labels + label] ?? 0;
  }
  return path;
}
