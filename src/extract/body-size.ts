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

/** A cover has no more lines than this, and most of them larger than running text. */
const maxCoverLines = 16;

/** Whether lines are those of a cover or title page. */
export function isCover(lines: readonly TextLine[], bodySize: number): boolean {
  const large = lines.filter((line) => line.size >= 1.1 * bodySize);
  return lines.length <= maxCoverLines && large.length > lines.length / 2;
}
