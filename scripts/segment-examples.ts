import type { GoldSentence } from '../bench/segment-score.ts';
import { thaiLexicon } from '../src/document/lexicon.ts';
import { RunAnalysis } from '../src/segment/boundary/analysis.ts';
import {
  ALPHABET,
  COSTS,
  EDGE,
  extendKey,
  LONGEST,
  NO_COST,
  pathIndex,
  REACH,
  ROW,
  shapeIndex,
  spanIndex,
  TABLE,
} from '../src/segment/boundary/context.ts';
import { hashKey, PAIR_WEIGHTS } from '../src/segment/boundary/model.ts';

/** A run of Thai letters with the boundaries that annotators see in it. */
export interface GoldRun {
  readonly run: string;
  readonly boundaries: ReadonlySet<number>;
}

/** One boundary to learn: the weights that speak for it, and whether it is one. */
export interface Example {
  readonly features: Int32Array;
  readonly label: 0 | 1;
}

/** Costs before and after are learnt apart by the nat, and together by two. */
export const COST_PAIRS = (NO_COST >> 1) + 1;

/** Where each kind of weight lies in the learner's array; the engine's tables come first. */
export const LAYOUT = {
  bias: TABLE.size,
  costBefore: TABLE.size + 1,
  costAfter: TABLE.size + 1 + COSTS,
  costPair: TABLE.size + 1 + 2 * COSTS,
  letters: TABLE.size + 1 + 2 * COSTS + COST_PAIRS ** 2,
  pairs: TABLE.size + 1 + 2 * COSTS + COST_PAIRS ** 2 + ALPHABET * ROW,
  rows: TABLE.size + 1 + 2 * COSTS + COST_PAIRS ** 2 + ALPHABET * ROW + PAIR_WEIGHTS,
} as const;

const THAI_RUN = /[\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e]+/gu;

/** The runs of sentences. */
export function goldRuns(sentences: readonly GoldSentence[]): GoldRun[] {
  return sentences.flatMap(({ text, tokens }) => {
    let at = 0;
    const ends = new Set(tokens.map((token) => (at += token.length)));
    return [...text.matchAll(THAI_RUN)].map(({ 0: run, index }) => {
      const boundaries = [...run].map((_, i) => i).filter((i) => ends.has(index + i));
      return { run, boundaries: new Set(boundaries) };
    });
  });
}

/** The longer sequences that occur at least `least` times, each with the number of its row. */
export function countSequences(runs: readonly GoldRun[], least: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { run } of runs) {
    eachSequence(codesOf(run), (key) => counts.set(key, (counts.get(key) ?? 0) + 1));
  }
  const kept = [...counts].filter(([, count]) => count >= least);
  return new Map(kept.map(([key], row) => [key, row]));
}

/** Every boundary of the runs that the letters allow, as an example. */
export function examplesOf(runs: readonly GoldRun[], rows: ReadonlyMap<number, number>): Example[] {
  const analysis = new RunAnalysis();
  return runs.flatMap(({ run, boundaries }) => {
    analysis.analyse(thaiLexicon(), run, { start: 0, end: run.length });
    const features = Array.from({ length: run.length + 1 }, (): number[] => []);
    addLetters(codesOf(run), rows, features);
    const legal = features
      .map((_, at) => at)
      .filter((at) => at > 0 && at < run.length && analysis.legal[at] === 1);
    return legal.map((at): Example => {
      const all = [...lexicalIndices(analysis, at), ...(features[at] ?? [])];
      return { features: Int32Array.from(all), label: boundaries.has(at) ? 1 : 0 };
    });
  });
}

function lexicalIndices(analysis: RunAnalysis, at: number): number[] {
  const before = analysis.costBefore[at] ?? NO_COST;
  const after = analysis.costAfter[at] ?? NO_COST;
  return [
    LAYOUT.bias,
    shapeIndex(analysis, at),
    spanIndex(analysis, at),
    LAYOUT.costBefore + before,
    LAYOUT.costAfter + after,
    LAYOUT.costPair + (before >> 1) * COST_PAIRS + (after >> 1),
    pathIndex(analysis, at),
  ];
}

/** Codes with an edge before and after: the letter at index i begins at offset i - 1. */
function codesOf(run: string): number[] {
  return [EDGE, ...Array.from(run, (letter) => letter.charCodeAt(0) - 0x0e00), EDGE];
}

function eachSequence(
  codes: readonly number[],
  visit: (key: number, at: number, length: number) => void,
): void {
  for (let at = 0; at < codes.length; at++) {
    let key = 0;
    for (let n = 1; n <= LONGEST && at + n <= codes.length; n++) {
      key = extendKey(key, codes[at + n - 1] ?? 0);
      if (n > 2) visit(hashKey(key, n), at, n);
    }
  }
}

function addLetters(codes: readonly number[], rows: ReadonlyMap<number, number>, features: number[][]): void {
  const add = (at: number, length: number, base: number) => {
    const [first = 0, last = -1] = REACH[length] ?? [];
    for (let offset = first; offset <= last; offset++) {
      features[at - 1 + offset]?.push(base + offset - first);
    }
  };
  codes.forEach((code, at) => {
    add(at, 1, LAYOUT.letters + code * ROW);
    const next = codes[at + 1];
    if (next !== undefined) add(at, 2, LAYOUT.pairs + (code * ALPHABET + next) * ROW);
  });
  eachSequence(codes, (key, at, length) => {
    const row = rows.get(key);
    if (row !== undefined) add(at, length, LAYOUT.rows + row * ROW);
  });
}
