import { readFileSync } from 'node:fs';
import {
  FEATURES,
  HASHED,
  LETTER_FEATURES,
  letterFeatures,
  lexiconFeatures,
  modelText,
  SARA_AA_SITE,
  WEIGHTS,
} from './sara-am-features.ts';

/** A logistic model of whether SARA AA, at a site, was SARA AM. Its weights are `step` times a byte. */
export interface SaraAmModel {
  readonly bias: number;
  readonly step: number;
  readonly weights: Int8Array;
  /** The most that the lexicon can add to a score. */
  readonly most: number;
}

/** A place after a consonant where SARA AA or SARA AM stands. */
export interface SaraAaSite {
  readonly offset: number;
  /** Whether the text has SARA AM there. */
  readonly am: boolean;
  /** Log-odds that SARA AM is right in a text that lost all of its SARA AM. */
  readonly score: number;
}

let loaded: SaraAmModel | undefined;

/** The model of the package, read when first asked for. Its sources and licence are in `data/README.md`. */
export function saraAmModel(): SaraAmModel {
  loaded ??= readModel(readFileSync(new URL('../../src/repair/data/sara-am.bin', import.meta.url)));
  return loaded;
}

/** Reads a model file: two little-endian floats, bias and step, then one byte a weight. */
export function readModel(bytes: Buffer): SaraAmModel {
  if (bytes.length !== 8 + WEIGHTS) {
    throw new RangeError(`model of SARA AM: expected ${8 + WEIGHTS} bytes, received ${bytes.length}`);
  }
  const weights = new Int8Array(bytes.buffer, bytes.byteOffset + 8, WEIGHTS);
  return modelOf(bytes.readFloatLE(0), bytes.readFloatLE(4), weights);
}

/** A model from its numbers. */
export function modelOf(bias: number, step: number, weights: Int8Array): SaraAmModel {
  const lexicon = weights.subarray(HASHED);
  const most = 2 * lexicon.reduce((highest, weight) => Math.max(highest, weight), 0);
  return { bias, step, weights, most: most * step };
}

/**
 * Every site of a text with its score, in order; linear. Sites whose letters alone keep them under
 * `floor` get a score under it without a look at the lexicon: on clean text nearly all.
 */
export function saraAaSites(
  text: string,
  floor = Number.NEGATIVE_INFINITY,
  model: SaraAmModel = saraAmModel(),
): SaraAaSite[] {
  const { bias, step, weights, most } = model;
  const read = modelText(text);
  const features = new Uint32Array(FEATURES);
  const sites: SaraAaSite[] = [];
  for (const { index, 0: letter } of text.matchAll(SARA_AA_SITE)) {
    letterFeatures(read, index, features);
    let score = bias + step * sumOf(weights, features, [0, LETTER_FEATURES]);
    if (score + most >= floor) {
      lexiconFeatures(read, index, features);
      score += step * sumOf(weights, features, [LETTER_FEATURES, FEATURES]);
    }
    sites.push({ offset: index, am: letter === 'ำ', score });
  }
  return sites;
}

function sumOf(weights: Int8Array, features: Uint32Array, [from, to]: readonly [number, number]): number {
  let sum = 0;
  for (let k = from; k < to; k += 1) sum += weights[features[k] ?? 0] ?? 0;
  return sum;
}
