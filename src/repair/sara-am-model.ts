import { readFileSync } from 'node:fs';
import {
  FEATURES,
  LETTER_FEATURES,
  letterFeatures,
  lexiconFeatures,
  modelText,
  SARA_AA_SITE,
  SIEVE,
  WEIGHTS,
} from './sara-am-features.ts';

/** A logistic model of whether SARA AA, at a site, was SARA AM. Its weights are `step` times a byte. */
export interface SaraAmModel {
  readonly bias: number;
  readonly step: number;
  readonly weights: Int8Array;
  /** A smaller model of letters alone: where it is sure of SARA AA, nothing else is looked at. */
  readonly sieve: Int8Array;
  readonly sieveBias: number;
}

/** A place after a consonant where SARA AA or SARA AM stands. */
export interface SaraAaSite {
  readonly offset: number;
  /** Whether the text has SARA AM there. */
  readonly am: boolean;
  /** Log-odds that SARA AM is right in a text that lost all of its SARA AM. */
  readonly score: number;
  /** The log-odds that the sieve gives it, by the letters around alone. */
  readonly letters: number;
}

let loaded: SaraAmModel | undefined;

/** The model of the package, read when first asked for. Its sources and licence are in `data/README.md`. */
export function saraAmModel(): SaraAmModel {
  loaded ??= readModel(readFileSync(new URL('../../src/repair/data/sara-am.bin', import.meta.url)));
  return loaded;
}

/** Reads a model file: little-endian floats (bias, step, bias of the sieve), then one byte a weight. */
export function readModel(bytes: Buffer): SaraAmModel {
  if (bytes.length !== HEAD + WEIGHTS + SIEVE) {
    throw new RangeError(
      `model of SARA AM: expected ${HEAD + WEIGHTS + SIEVE} bytes, received ${bytes.length}`,
    );
  }
  const start = bytes.byteOffset + HEAD;
  return {
    bias: bytes.readFloatLE(0),
    step: bytes.readFloatLE(4),
    weights: new Int8Array(bytes.buffer, start, WEIGHTS),
    sieve: new Int8Array(bytes.buffer, start + WEIGHTS, SIEVE),
    sieveBias: bytes.readFloatLE(8),
  };
}

const HEAD = 12;

/**
 * Every site of a text with its score, in order; linear. Where the sieve says less than `floor`, the
 * score is the sieve's: nearly everywhere on clean text.
 */
export function saraAaSites(
  text: string,
  floor = Number.NEGATIVE_INFINITY,
  model: SaraAmModel = saraAmModel(),
): SaraAaSite[] {
  const { bias, step, weights } = model;
  const read = modelText(text);
  const features = new Uint32Array(FEATURES);
  const sites: SaraAaSite[] = [];
  for (const { index, 0: letter } of text.matchAll(SARA_AA_SITE)) {
    letterFeatures(read, index, features);
    const letters = sieved(model, features);
    let score = letters;
    if (letters >= floor) {
      lexiconFeatures(read, index, features);
      let sum = 0;
      for (const feature of features) sum += weights[feature] ?? 0;
      score = bias + step * sum;
    }
    sites.push({ offset: index, am: letter === 'ำ', score, letters });
  }
  return sites;
}

function sieved({ sieve, sieveBias, step }: SaraAmModel, features: Uint32Array): number {
  let sum = 0;
  for (let k = 0; k < LETTER_FEATURES; k += 1) sum += sieve[(features[k] ?? 0) & (SIEVE - 1)] ?? 0;
  return sieveBias + step * sum;
}
