import { thaiLexicon } from '../../document/lexicon.ts';
import { RunAnalysis } from '../boundary/analysis.ts';
import { type BoundaryModel, boundaryModel } from '../boundary/model.ts';
import { Scores } from '../boundary/score.ts';
import type { SegmentEngine } from '../engine.ts';

/** Longest piece that is analysed at once, in letters: keeps the memory constant. */
const PIECE = 4096;

/** Letters at the end of a piece whose words are cut anew at the head of the next. */
const OVERLAP = 64;

/** A linear model that decides each boundary from the letters around it and what the lexicon says. */
export const boundary: SegmentEngine = boundaryEngine(boundaryModel);

/** The engine over a model; the model is asked for when first needed. */
export function boundaryEngine(model: () => BoundaryModel): SegmentEngine {
  const analysis = new RunAnalysis();
  const scores = new Scores();
  return {
    name: 'boundary',
    version: '1',
    cut(run) {
      const ends: number[] = [];
      for (let start = 0; start < run.length; ) {
        const piece = { start, end: Math.min(run.length, start + PIECE) };
        analysis.analyse(thaiLexicon(), run, piece);
        scores.fill(model(), analysis);
        start = addEnds({ analysis, scores, start, rest: run.length - piece.end }, ends);
      }
      return ends;
    },
  };
}

interface Piece {
  readonly analysis: RunAnalysis;
  readonly scores: Scores;
  readonly start: number;
  /** Letters of the run after the piece. */
  readonly rest: number;
}

/** Adds the ends of the words of a piece; gives where the next piece begins. */
function addEnds({ analysis, scores, start, rest }: Piece, ends: number[]): number {
  const { length, legal } = analysis;
  const last = rest === 0 ? length : length - OVERLAP;
  let next = 0;
  for (let at = 1; at < last; at++) {
    if (legal[at] === 0 || scores.at(at) <= 0) continue;
    ends.push(start + at);
    next = at;
  }
  if (rest > 0 && next > 0) return start + next;
  ends.push(start + length);
  return start + length;
}
