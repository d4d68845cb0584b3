// Trains the tagger of entities, a linear-chain conditional random field over hashed features, on ThaiNER 1.5.1
// (CC BY 3.0), and writes src/tag/data/entities.bin. With a second argument it trains on four documents in
// five and measures on the fifth: exact spans of characters, from raw text.
//
//   node scripts/gazetteer-entity-model.ts ../shared/corpora/entities/thainer-1.5.1-train.jsonl [fold]
import { readFileSync, writeFileSync } from 'node:fs';
import { segmentText } from '../src/segment/index.ts';
import {
  encodeModel,
  LABEL_TYPES,
  LABELS,
  type SparseWeight,
  STEPS,
} from '../src/tag/entities/model/encoding.ts';
import { FEATURE_BITS, FEATURES, writeFeatures } from '../src/tag/entities/model/features.ts';
import { wordKnowledge } from '../src/tag/entities/model/lists.ts';
import { marginals } from '../src/tag/entities/model/marginals.ts';
import { labelSpans } from '../src/tag/entities/model/spans.ts';
import { tokenFacts } from '../src/tag/entities/model/token-facts.ts';
import { bestLabels } from '../src/tag/entities/model/viterbi.ts';

const EPOCHS = 12;
const RATE = 0.12;
const DROPOUT = 0.4;
const FOLDS = 5;
/** Weights nearer to 0 than this are left out of the file. */
const PRUNE = 3.5 / STEPS;
const ROWS = 1 << FEATURE_BITS;

interface Marked {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

interface Sequence {
  readonly ends: readonly number[];
  readonly features: Uint32Array;
  readonly gold: Uint8Array;
  readonly spans: readonly Marked[];
}

const [corpus = '', fold] = process.argv.slice(2);
const sequences = readFileSync(corpus, 'utf8').trim().split('\n').map(read);
const weights = new Float32Array(ROWS * LABELS);
const squares = new Float32Array(ROWS * LABELS).fill(1e-4);
const transition = new Float32Array(LABELS * LABELS);
const transitionSquares = new Float32Array(LABELS * LABELS).fill(1e-4);
let seed = 42;

if (fold === undefined) {
  train(sequences);
  save();
} else {
  const held = (index: number): boolean => index % FOLDS === Number(fold);
  train(sequences.filter((_, index) => !held(index)));
  quantise();
  measure(sequences.filter((_, index) => held(index)));
}

function read(line: string): Sequence {
  const { text, entities } = JSON.parse(line) as { text: string; entities: Marked[] };
  const tokens = segmentText(text);
  const facts = tokenFacts(tokens, wordKnowledge());
  const features = new Uint32Array(tokens.length * FEATURES);
  const ends: number[] = [];
  let end = 0;
  tokens.forEach((token, index) => {
    writeFeatures(facts, index, { out: features, offset: index * FEATURES });
    end += token.length;
    ends.push(end);
  });
  const spans = entities.filter(({ label }) => LABEL_TYPES.includes(label));
  return { ends, features, gold: goldLabels(ends, spans), spans };
}

/** Each token's label: the entity that holds the larger part of it. */
function goldLabels(ends: readonly number[], spans: readonly Marked[]): Uint8Array {
  const gold = new Uint8Array(ends.length);
  for (const { start, end, label } of spans) {
    const type = LABEL_TYPES.indexOf(label);
    let first = true;
    for (let token = 0, from = 0; token < ends.length; from = ends[token] ?? 0, token++) {
      const to = ends[token] ?? 0;
      const inside = Math.min(to, end) - Math.max(from, start);
      if (inside * 2 <= to - from) continue;
      gold[token] = 1 + 2 * type + (first ? 0 : 1);
      first = false;
    }
  }
  return gold;
}

function train(examples: readonly Sequence[]): void {
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const from = performance.now();
    for (let step = 0; step < examples.length; step++) {
      const example = examples[(step * 7919 + epoch * 31) % examples.length];
      if (example !== undefined && example.ends.length > 0) update(example);
    }
    console.log(`epoch ${epoch + 1}: ${((performance.now() - from) / 1000).toFixed(1)} s`);
  }
}

function random(): number {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 4294967296;
}

function update(example: Sequence): void {
  const count = example.ends.length;
  const kept = new Uint8Array(count * FEATURES);
  for (let at = 0; at < kept.length; at++) kept[at] = random() < DROPOUT ? 0 : 1;
  const edge = new Float64Array(LABELS * LABELS);
  const jump = Float64Array.from(transition, Math.exp);
  const node = marginals(emissions(example, kept), count, { jump, edge });
  for (let token = 0; token < count; token++) {
    for (let label = 0; label < LABELS; label++) {
      const gradient = (node[token * LABELS + label] ?? 0) - (example.gold[token] === label ? 1 : 0);
      if (Math.abs(gradient) > 1e-3) stepFeatures(example, { token, label, gradient, kept });
    }
  }
  stepTransitions(example, edge);
}

/** AdaGrad on the transitions; `edge` holds the expected counts. */
function stepTransitions({ gold }: Sequence, edge: Float64Array): void {
  for (let token = 1; token < gold.length; token++) {
    const at = (gold[token - 1] ?? 0) * LABELS + (gold[token] ?? 0);
    edge[at] = (edge[at] ?? 0) - 1;
  }
  for (let at = 0; at < edge.length; at++) {
    const gradient = edge[at] ?? 0;
    transitionSquares[at] = (transitionSquares[at] ?? 0) + gradient * gradient;
    transition[at] = (transition[at] ?? 0) - (RATE * gradient) / Math.sqrt(transitionSquares[at] ?? 1);
  }
}

interface Step {
  readonly token: number;
  readonly label: number;
  readonly gradient: number;
  readonly kept: Uint8Array;
}

/** AdaGrad on the weights of a token's features for one label. */
function stepFeatures({ features }: Sequence, { token, label, gradient, kept }: Step): void {
  const square = gradient * gradient;
  for (let slot = token * FEATURES; slot < (token + 1) * FEATURES; slot++) {
    if (kept[slot] === 0) continue;
    const at = (features[slot] ?? 0) * LABELS + label;
    const total = (squares[at] ?? 0) + square;
    squares[at] = total;
    weights[at] = (weights[at] ?? 0) - (RATE * gradient) / Math.sqrt(total);
  }
}

function emissions(example: Sequence, kept: Uint8Array | null): Float32Array {
  const count = example.ends.length;
  const out = new Float32Array(count * LABELS);
  // Dropped features are made up for, so that sums keep their size.
  const scale = kept === null ? 1 - DROPOUT : 1;
  for (let token = 0; token < count; token++) {
    for (let slot = token * FEATURES; slot < (token + 1) * FEATURES; slot++) {
      if (kept !== null && kept[slot] === 0) continue;
      const row = (example.features[slot] ?? 0) * LABELS;
      for (let label = 0; label < LABELS; label++) {
        out[token * LABELS + label] =
          (out[token * LABELS + label] ?? 0) + scale * (weights[row + label] ?? 0);
      }
    }
  }
  return out;
}

/** Weights as they come back from the file. */
function quantise(): void {
  for (let at = 0; at < weights.length; at++) {
    const value = (1 - DROPOUT) * (weights[at] ?? 0);
    weights[at] = Math.abs(value) < PRUNE ? 0 : clamp(value) / STEPS / (1 - DROPOUT);
  }
}

interface Count {
  right: number;
  found: number;
  gold: number;
}

function measure(examples: readonly Sequence[]): void {
  const counts = new Map<string, Count>();
  for (const example of examples) if (example.ends.length > 0) compare(counts, example);
  for (const [type, { right, found, gold }] of counts) {
    const [p, r, f] = [right / found, right / gold, (2 * right) / (found + gold)].map((value) =>
      value.toFixed(4),
    );
    console.log(`${type} P ${p} R ${r} F1 ${f}`);
  }
}

function compare(counts: Map<string, Count>, example: Sequence): void {
  const add = (type: string, what: keyof Count): void => {
    for (const each of [type, 'all']) {
      const kept = counts.get(each) ?? { right: 0, found: 0, gold: 0 };
      kept[what]++;
      counts.set(each, kept);
    }
  };
  const lattice = { labels: LABELS, emission: emissions(example, null), transition };
  const gold = new Set(example.spans.map(({ start, end, label }) => `${start} ${end} ${label}`));
  for (const { label } of example.spans) add(label, 'gold');
  for (const { first, last, type } of labelSpans(bestLabels(lattice, example.ends.length))) {
    const label = LABEL_TYPES[type] ?? '';
    add(label, 'found');
    if (gold.has(`${first === 0 ? 0 : example.ends[first - 1]} ${example.ends[last]} ${label}`))
      add(label, 'right');
  }
}

function save(): void {
  const sparse: SparseWeight[] = [];
  for (let at = 0; at < weights.length; at++) {
    const value = (1 - DROPOUT) * (weights[at] ?? 0);
    if (Math.abs(value) >= PRUNE) sparse.push({ at, step: clamp(value) });
  }
  const bytes = encodeModel(sparse, Int8Array.from(transition, clamp));
  writeFileSync(new URL('../src/tag/data/entities.bin', import.meta.url), bytes);
  console.log(`${sparse.length} weights, ${bytes.length} bytes`);
}

function clamp(value: number): number {
  return Math.max(-127, Math.min(127, Math.round(value * STEPS)));
}
