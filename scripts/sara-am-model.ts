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
  LETTER_FEATURES,
  letterFeatures,
  lexiconFeatures,
  modelText,
  SARA_AA_SITE,
  SIEVE,
  WEIGHTS,
} from '../src/repair/sara-am-features.ts';
import { type SaraAaSite, type SaraAmModel, saraAaSites } from '../src/repair/sara-am-model.ts';

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

/** A logistic model over the first `count` features of each site, their indices cut to `mask`. */
function train(sites: Sites, shape: Shape): Weights {
  const size = Math.min(WEIGHTS, shape.mask + 1);
  const trained = { bias: START, weights: new Float32Array(size), squares: new Float32Array(size).fill(0.1) };
  const order = shuffled(sites.am.length);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    read(sites, order, { ...shape, trained, rate: RATE / (1 + epoch) });
  }
  return trained;
}

interface Shape {
  readonly count: number;
  readonly mask: number;
}

interface Weights {
  bias: number;
  readonly weights: Float32Array;
  readonly squares: Float32Array;
}

/** One epoch over the first `count` features of each site. */
function read(
  { features, am }: Sites,
  order: Uint32Array,
  { trained, count, mask, rate }: Shape & { trained: Weights; rate: number },
): void {
  const { weights, squares } = trained;
  for (const site of order) {
    const from = site * FEATURES;
    let score = trained.bias;
    for (let k = from; k < from + count; k += 1) score += weights[(features[k] ?? 0) & mask] ?? 0;
    const error = 1 / (1 + Math.exp(-score)) - (am[site] ?? 0);
    if (Math.abs(error) < 1e-4) continue;
    trained.bias -= 0.001 * error;
    for (let k = from; k < from + count; k += 1) {
      const feature = (features[k] ?? 0) & mask;
      squares[feature] = (squares[feature] ?? 0) + error * error;
      weights[feature] = (weights[feature] ?? 0) - (rate * error) / Math.sqrt(squares[feature] ?? 1);
    }
  }
}

function quantized(weights: Float32Array): Int8Array {
  return Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / STEP))));
}

/** The model of all features, and one of letters alone that says where the lexicon need not be asked. */
function modelOf(sites: Sites): SaraAmModel {
  const all = train(sites, { count: FEATURES, mask: 2 ** 30 - 1 });
  const letters = train(sites, { count: LETTER_FEATURES, mask: SIEVE - 1 });
  return {
    bias: all.bias,
    step: STEP,
    weights: quantized(all.weights),
    sieve: quantized(letters.weights),
    sieveBias: letters.bias,
  };
}

/** The bytes of signed bytes. */
function bytesOf(weights: Int8Array): Uint8Array {
  return new Uint8Array(weights.buffer, weights.byteOffset, weights.length);
}

function report(model: SaraAmModel, texts: readonly string[]): void {
  const sites = texts.flatMap((text) => saraAaSites(text, undefined, model));
  const all = sites.filter((site) => site.am).length;
  const lettersOf = (site: SaraAaSite) => site.letters;
  const amLetters = sites
    .filter((site) => site.am)
    .map(lettersOf)
    .sort((a, b) => a - b);
  for (const share of [0.001, 0.002, 0.005]) {
    const floor = amLetters[Math.floor(share * amLetters.length)] ?? 0;
    const looked = sites.filter((site) => site.letters >= floor).length;
    console.log(
      `letters alone under ${floor.toFixed(1)}: ${share * 100} % of SARA AM; ${((100 * looked) / sites.length).toFixed(1)} % of sites are over it`,
    );
  }
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
const model = modelOf(sites);
console.log(`${sites.am.length} sites, ${model.weights.filter((weight) => weight !== 0).length} weights`);
if (heldOut) {
  report(model, [...segmented(folder, 'ud_thai_tud-train.txt'), ...segmented(folder, 'ud_thai_tud-dev.txt')]);
} else {
  const head = Buffer.alloc(12);
  head.writeFloatLE(model.bias, 0);
  head.writeFloatLE(model.step, 4);
  head.writeFloatLE(model.sieveBias, 8);
  writeFileSync(target, Buffer.concat([head, ...[model.weights, model.sieve].map(bytesOf)]));
}
