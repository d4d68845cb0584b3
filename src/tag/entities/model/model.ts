import { readFileSync } from 'node:fs';
import { lazy } from '../../data-file.ts';
import { decodeModel, LABELS, STEPS } from './encoding.ts';
import { FEATURE_BITS, FEATURES, writeFeatures } from './features.ts';
import { marginals } from './marginals.ts';
import { type LabelSpan, labelSpans } from './spans.ts';
import type { TokenFacts } from './token-facts.ts';
import { bestLabels } from './viterbi.ts';

/** The model of `scripts/gazetteer-entity-model.ts`. */
const model = lazy(() => {
  const bytes = readFileSync(new URL('../../../../src/tag/data/entities.bin', import.meta.url));
  const { weights, transition } = decodeModel(bytes, { rows: 1 << FEATURE_BITS, labels: LABELS });
  return { weights, transition: Float32Array.from(transition, (step) => step / STEPS) };
});

/** A span with how sure the model is of its least sure token, 0 to 1. */
export interface TaggedSpan extends LabelSpan {
  readonly confidence: number;
}

/** The entities among the tokens `[from, to)` of a text, as spans of token indexes counted from `from`. */
export function taggedSpans(facts: TokenFacts, from: number, to: number): TaggedSpan[] {
  const { weights, transition } = model();
  const count = to - from;
  if (count <= 0) return [];
  const emission = new Float32Array(count * LABELS);
  const features = new Uint32Array(FEATURES);
  for (let token = 0; token < count; token++) {
    writeFeatures(facts, from + token, { out: features, offset: 0 });
    const start = token * LABELS;
    for (let slot = 0; slot < FEATURES; slot++) {
      const row = (features[slot] ?? 0) * LABELS;
      for (let label = 0; label < LABELS; label++) {
        emission[start + label] = (emission[start + label] ?? 0) + (weights[row + label] ?? 0);
      }
    }
  }
  for (let at = 0; at < emission.length; at++) emission[at] = (emission[at] ?? 0) / STEPS;
  const labels = bestLabels({ labels: LABELS, emission, transition }, count);
  const spans = labelSpans(labels);
  if (spans.length === 0) return [];
  const { node } = marginals(emission, count, transition);
  return spans.map((span) => ({ ...span, confidence: leastSure(node, labels, span) }));
}

function leastSure(node: Float64Array, labels: Uint8Array, { first, last }: LabelSpan): number {
  let least = 1;
  for (let token = first; token <= last; token++) {
    least = Math.min(least, node[token * LABELS + (labels[token] ?? 0)] ?? 0);
  }
  return least;
}
