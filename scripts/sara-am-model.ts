/**
 * Trains `src/repair/data/sara-am.bin`, which tells SARA AM from SARA AA by what stands around:
 *
 *     node scripts/sara-am-model.ts <folder of the corpora> [--held-out]
 *
 * With `--held-out` it leaves out UD Thai-TUD, writes nothing, and prints precision and recall on it.
 * Logistic regression by stochastic gradient descent (AdaGrad). The same corpora give the same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  FEATURES,
  letterFeatures,
  lexiconFeatures,
  modelText,
  SARA_AA_SITE,
  WEIGHTS,
} from '../src/repair/sara-am-features.ts';
import { modelOf, type SaraAmModel, saraAaSites } from '../src/repair/sara-am-model.ts';

const EPOCHS = 4;
const RATE = 0.15;
/** Weights are kept as bytes of this many log-odds a step. */
const STEP = 1 / 20;
const START = -2.5;
/** How often the general texts are read for once of the news. */
const SELDOM = 4;

const target = new URL('../src/repair/data/sara-am.bin', import.meta.url);

/** Sites as columns: `FEATURES` indices of weights each, and whether SARA AM is right. */
interface Sites {
  readonly features: Uint32Array;
  readonly am: Uint8Array;
}

function lines(path: string): string[] {
  return readFileSync(path, 'utf8').split('\n');
}

function segmented(folder: string, name: string): string[] {
  return lines(join(folder, 'segmentation', name)).map((line) => line.replaceAll('|', ''));
}

/** Words by how common they are: the commoner, the oftener. */
function words(folder: string): string[] {
  const common = lines(join(folder, 'lexicon', 'pythainlp_tnc_freq.txt'))
    .map((line) => line.split('\t'))
    .filter(([word = '', count = '0']) => word.length > 2 && Number(count) >= 8);
  const listed = ['pythainlp_words_th.txt', 'pythainlp_countries_th.txt'].flatMap((name) =>
    lines(join(folder, 'lexicon', name)).filter((word) => word.length > 3),
  );
  return [...common.map(([word = '']) => word), ...listed];
}

/** Text of other kinds than government news, of which there is much less. */
function general(folder: string, heldOut: boolean): string[] {
  const nested = ['train', 'dev'].flatMap((part) => records(folder, `thai-nner-sample-${part}.jsonl`));
  const trees = heldOut
    ? []
    : ['train', 'dev'].flatMap((part) => segmented(folder, `ud_thai_tud-${part}.txt`));
  return [...nested, ...segmented(folder, 'wisesight-1000.txt'), ...trees];
}

function records(folder: string, name: string): string[] {
  const rows = lines(join(folder, 'entities', name)).filter((line) => line !== '');
  return rows.map((row) => {
    const { text, tokens } = JSON.parse(row) as { text?: string; tokens?: string[] };
    return text ?? (tokens ?? []).join('');
  });
}

function trainingTexts(folder: string, heldOut: boolean): string[] {
  const news = gunzipSync(readFileSync(join(folder, 'raw', 'thaigov-sample.txt.gz'))).toString();
  return [
    ...news.split('\n'),
    ...records(folder, 'thainer-1.5.1-train.jsonl'),
    ...words(folder),
    ...Array.from({ length: SELDOM }, () => general(folder, heldOut)).flat(),
  ].filter((text) => !/[ก-ฮ][่-๋]? [่-๋]?า/.test(text));
}

function sitesOf(texts: readonly string[]): Sites {
  const am: number[] = [];
  const chunks: Uint32Array[] = [];
  for (const text of texts) {
    const read = modelText(text);
    for (const { index, 0: letter } of text.matchAll(SARA_AA_SITE)) {
      const features = new Uint32Array(FEATURES);
      letterFeatures(read, index, features);
      lexiconFeatures(read, index, features);
      chunks.push(features);
      am.push(letter === 'ำ' ? 1 : 0);
    }
  }
  const features = new Uint32Array(chunks.length * FEATURES);
  for (const [index, chunk] of chunks.entries()) features.set(chunk, index * FEATURES);
  return { features, am: Uint8Array.from(am) };
}

/** A permutation that is the same on every run. */
function shuffled(length: number): Uint32Array {
  const order = Uint32Array.from({ length }, (_, index) => index);
  let seed = 1;
  for (let index = length - 1; index > 0; index -= 1) {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    const other = Math.floor((seed / 2 ** 32) * (index + 1));
    [order[index], order[other]] = [order[other] ?? 0, order[index] ?? 0];
  }
  return order;
}

function train({ features, am }: Sites): { bias: number; weights: Float32Array } {
  const weights = new Float32Array(WEIGHTS);
  const squares = new Float32Array(WEIGHTS).fill(0.1);
  const order = shuffled(am.length);
  let bias = START;
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    const rate = RATE / (1 + epoch);
    for (const site of order) {
      const from = site * FEATURES;
      let score = bias;
      for (let k = from; k < from + FEATURES; k += 1) score += weights[features[k] ?? 0] ?? 0;
      const error = 1 / (1 + Math.exp(-score)) - (am[site] ?? 0);
      if (Math.abs(error) < 1e-4) continue;
      bias -= 0.001 * error;
      for (let k = from; k < from + FEATURES; k += 1) {
        const feature = features[k] ?? 0;
        squares[feature] = (squares[feature] ?? 0) + error * error;
        weights[feature] = (weights[feature] ?? 0) - (rate * error) / Math.sqrt(squares[feature] ?? 1);
      }
    }
  }
  return { bias, weights };
}

function quantized({ bias, weights }: { bias: number; weights: Float32Array }): SaraAmModel {
  const bytes = Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / STEP))));
  return modelOf(bias, STEP, bytes);
}

function report(model: SaraAmModel, texts: readonly string[]): void {
  const sites = texts.flatMap((text) => saraAaSites(text, undefined, model));
  const all = sites.filter((site) => site.am).length;
  for (const limit of [0, 1, 2, 3, 4]) {
    const taken = sites.filter((site) => site.score > limit);
    const right = taken.filter((site) => site.am).length;
    console.log(
      `score > ${limit}: precision ${(right / taken.length).toFixed(4)} recall ${(right / all).toFixed(4)} of ${all}`,
    );
  }
}

const folder = process.argv[2];
if (folder === undefined)
  throw new Error('usage: node scripts/sara-am-model.ts <folder of the corpora> [--held-out]');
const heldOut = process.argv[3] === '--held-out';
const sites = sitesOf(trainingTexts(folder, heldOut));
const model = quantized(train(sites));
console.log(`${sites.am.length} sites, ${model.weights.filter((weight) => weight !== 0).length} weights`);
if (heldOut) {
  report(model, [...segmented(folder, 'ud_thai_tud-train.txt'), ...segmented(folder, 'ud_thai_tud-dev.txt')]);
} else {
  const head = Buffer.alloc(8);
  head.writeFloatLE(model.bias, 0);
  head.writeFloatLE(model.step, 4);
  writeFileSync(target, Buffer.concat([head, Buffer.from(model.weights.buffer)]));
}
