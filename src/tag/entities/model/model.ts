import { readFileSync } from 'node:fs';
import { lazy } from '../../data-file.ts';
import { decodeModel, LABELS, STEPS } from './encoding.ts';
import { FEATURE_BITS, FEATURES, writeFeatures } from './features.ts';
import { marginals } from './marginals.ts';
import { type LabelSpan, labelSpans } from './spans.ts';
import type { TokenFacts } from './token-facts.ts';
import { bestLabels } from './viterbi.ts';

/** Tokens on each side of a span that its confidence is reckoned with. */
const WINDOW = 4;

/** The model of `scripts/gazetteer-entity-model.ts`. */
const model = lazy(() => {
  const bytes = readFileSync(new URL('../../../../src/tag/data/entities.bin', import.meta.url));
  const sparse = decodeModel(bytes, { rows: 1 << FEATURE_BITS, labels: LABELS });
  const transition = Float32Array.from(sparse.transition, (step) => step / STEPS);
  return { ...sparse, transition, jump: Float64Array.from(transition, Math.exp) };
});

/** A span with how sure the model is of its least sure token, 0 to 1. */
export interface TaggedSpan extends LabelSpan {
  readonly confidence: number;
}

/** The entities among the tokens `[from, to)` of a text, as spans of token indexes counted from `from`. */
export function taggedSpans(facts: TokenFacts, from: number, to: number): TaggedSpan[] {
  const count = to - from;
  if (count <= 0) return [];
  const { transition } = model();
  const emission = emissions(facts, from, count);
  const labels = bestLabels({ labels: LABELS, emission, transition }, count);
  return labelSpans(labels).map((span) => ({
    ...span,
    confidence: confidenceOf(span, { emission, labels }),
  }));
}

function emissions(facts: TokenFacts, from: number, count: number): Float32Array {
  const { rowStart, label, step } = model();
  const out = new Float32Array(count * LABELS);
  const sums = new Int32Array(LABELS);
  const features = new Uint32Array(FEATURES);
  for (let token = 0; token < count; token++) {
    writeFeatures(facts, from + token, { out: features, offset: 0 });
    sums.fill(0);
    for (let slot = 0; slot < FEATURES; slot++) {
      const row = features[slot] as number;
      const end = rowStart[row + 1] as number;
      for (let at = rowStart[row] as number; at < end; at++) {
        const to = label[at] as number;
        sums[to] = (sums[to] as number) + (step[at] as number);
      }
    }
    for (let to = 0; to < LABELS; to++) out[token * LABELS + to] = (sums[to] as number) / STEPS;
  }
  return out;
}

/** The marginal probability of the span's least sure token, by the tokens around the span. */
function confidenceOf(
  span: LabelSpan,
  { emission, labels }: { emission: Float32Array; labels: Uint8Array },
): number {
  const first = Math.max(0, span.first - WINDOW);
  const last = Math.min(labels.length - 1, span.last + WINDOW);
  const part = emission.subarray(first * LABELS, (last + 1) * LABELS);
  const node = marginals(part, last + 1 - first, { jump: model().jump });
  let least = 1;
  for (let token = span.first; token <= span.last; token++) {
    least = Math.min(least, node[(token - first) * LABELS + (labels[token] ?? 0)] ?? 0);
  }
  return least;
}
