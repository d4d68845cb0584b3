import { readFileSync } from 'node:fs';
import { lazy } from '../data-file.ts';
import { type BorderQuestion, borderFeatures } from './border-features.ts';

/** Steps of the int8 weights to a unit. */
const STEPS = 16;

/** How often a border that the head words are sure of is right. */
const SURE = 0.95;

/** The weights by feature hash, learnt by `scripts/gazetteer-borders.ts`. */
const weights = lazy(() => {
  const bytes = readFileSync(new URL('../../../src/tag/data/name-borders.bin', import.meta.url));
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
});

/** The likeliest left border of a name, with its probability among the candidates. */
export function bestBorder(question: BorderQuestion): {
  readonly start: number;
  readonly confidence: number;
} {
  if (question.byHead.sure) return { start: question.byHead.at, confidence: SURE };
  const model = weights();
  const features: number[] = [];
  const scores = question.candidates.map((_, index) => {
    let sum = 0;
    for (const feature of borderFeatures(question, index, features)) sum += model[feature] ?? 0;
    return sum / STEPS;
  });
  let best = 0;
  for (let index = 1; index < scores.length; index++) {
    if ((scores[index] ?? 0) > (scores[best] ?? 0)) best = index;
  }
  const top = scores[best] ?? 0;
  const total = scores.reduce((sum, score) => sum + Math.exp(score - top), 0);
  return { start: question.candidates[best] ?? question.start, confidence: Math.round(100 / total) / 100 };
}
