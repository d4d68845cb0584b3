import { readFileSync } from 'node:fs';

/** A sentence with its words as annotators cut them. */
export interface GoldSentence {
  readonly text: string;
  readonly tokens: readonly string[];
}

/** F1 of exact spans, in percent. */
export interface Score {
  /** Words inside maximal runs of Thai letters, both sides cut at the edges of the run. */
  readonly words: number;
  /** All tokens that are not white space, both sides cut at white space. */
  readonly all: number;
}

const THAI_RUN = /[\u0e01-\u0e3a\u0e40-\u0e4e]+/gu;
const INK_RUN = /\S+/gu;

/** Reads a corpus of one sentence a line, its words parted by `|`. */
export function readGold(path: string | URL): GoldSentence[] {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => {
    const tokens = line.split('|').filter((token) => token !== '');
    return { text: tokens.join(''), tokens };
  });
}

/** Scores a segmenter against the annotators. */
export function score(gold: readonly GoldSentence[], cut: (text: string) => readonly string[]): Score {
  const words = new Tally();
  const all = new Tally();
  for (const { text, tokens } of gold) {
    const expected = boundaries(tokens);
    const found = boundaries(cut(text));
    for (const run of text.matchAll(THAI_RUN))
      words.add(run.index, run.index + run[0].length, { expected, found });
    for (const run of text.matchAll(INK_RUN))
      all.add(run.index, run.index + run[0].length, { expected, found });
  }
  return { words: words.f1(), all: all.f1() };
}

function boundaries(tokens: readonly string[]): ReadonlySet<number> {
  let at = 0;
  return new Set(tokens.map((token) => (at += token.length)));
}

class Tally {
  #expected = 0;
  #found = 0;
  #right = 0;

  /** Counts the spans of one run; its edges are boundaries on both sides. */
  add(
    start: number,
    end: number,
    sides: { expected: ReadonlySet<number>; found: ReadonlySet<number> },
  ): void {
    let expectedFrom = start;
    let foundFrom = start;
    for (let at = start + 1; at <= end; at++) {
      const expected = at === end || sides.expected.has(at);
      const found = at === end || sides.found.has(at);
      if (expected) this.#expected++;
      if (found) this.#found++;
      if (expected && found && expectedFrom === foundFrom) this.#right++;
      if (expected) expectedFrom = at;
      if (found) foundFrom = at;
    }
  }

  f1(): number {
    return (200 * this.#right) / Math.max(1, this.#expected + this.#found);
  }
}
