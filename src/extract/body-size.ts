import type { TextLine } from './claimed-text.ts';

/** The size of a document's running text: the one that most characters have, learnt in the first pass. */
export class BodySize {
  readonly #weights = new Map<number, number>();

  learn(lines: readonly TextLine[]): void {
    for (const { size, start, end } of lines) {
      const rounded = Math.round(size * 2) / 2;
      this.#weights.set(rounded, (this.#weights.get(rounded) ?? 0) + end - start);
    }
  }

  /** In points; the smaller of equals, so that the answer does not depend on the order of pages. */
  get value(): number {
    let best = 0;
    let weight = 0;
    for (const [size, seen] of this.#weights) {
      if (seen > weight || (seen === weight && size < best)) {
        best = size;
        weight = seen;
      }
    }
    return best;
  }
}
