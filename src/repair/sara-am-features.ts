import { isThaiLetter } from '../document/thai.ts';
import { type Arc, decode } from './decode.ts';

/** Weights of hashed letters around a site come first, then those of what the lexicon says. */
export const HASHED = 1 << 18;

/** Steps of what the lexicon says: how much cheaper SARA AM is, by how dear the words are. */
const GAINS = 25;
const PRICES = 9;

/** The number of weights of the model. */
export const WEIGHTS = HASHED + GAINS * (PRICES + 1);

/** The number of weights of the sieve, whose indices are the lower bits of those of letters. */
export const SIEVE = 1 << 16;

/** How many letters before and after a site make a feature; the site's consonant counts as before. */
const SHAPES: readonly (readonly [before: number, after: number])[] = [
  ...range(1, 8).map((before) => [before, 0] as const),
  ...range(1, 7).flatMap((after) => [[1, after] as const, [2, after] as const]),
  ...range(1, 5).flatMap((after) => [[3, after] as const, [4, after] as const]),
  ...range(1, 4).flatMap((after) => [[5, after] as const, [6, after] as const]),
  ...([
    [7, 2],
    [7, 4],
    [8, 3],
    [8, 5],
    [3, 7],
    [4, 7],
    [5, 7],
  ] as const),
];

/** The number of features that letters make. */
export const LETTER_FEATURES = SHAPES.length;

/** The number of all features of a site. */
export const FEATURES = LETTER_FEATURES + 10;

/** Where SARA AA or SARA AM stands after a consonant, with a tone mark between or not. */
export const SARA_AA_SITE = /(?<=[ก-ฮ][่-๋]?)[าำ]/g;

/**
 * A text as the model reads it: what it has to tell apart is one letter, so that it never sees the
 * answer; digits and foreign letters count as one of their kind. Offsets stay.
 */
export function modelText(text: string): string {
  return text
    .replace(/ำ/g, 'า')
    .replace(/[0-9๐-๙]/g, '0')
    .replace(/[^\u0e01-\u0e4e0\s]/g, 'a')
    .replace(/\s/g, ' ');
}

/**
 * The features of the site at an offset of a model text that the letters around it make, as indices
 * of weights: FNV-1a hashes, mixed.
 */
export function letterFeatures(text: string, offset: number, features: Uint32Array): void {
  const before: number[] = [0x811c9dc5];
  let hash = 0x811c9dc5;
  for (let k = 1; k <= 8; k += 1) {
    hash = Math.imul(hash ^ (text.charCodeAt(offset - k) || 32), 0x01000193) >>> 0;
    before.push(hash);
  }
  for (let index = 0; index < SHAPES.length; index += 1) {
    const [length, after] = SHAPES[index] ?? [0, 0];
    let mixed = Math.imul((before[length] ?? 0) ^ (index + 1), 0x85ebca6b);
    for (let k = 1; k <= after; k += 1) {
      mixed = Math.imul(mixed ^ (text.charCodeAt(offset + k) || 32), 0x01000193);
      mixed ^= mixed >>> 15;
    }
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    features[index] = (mixed ^ (mixed >>> 16)) & (HASHED - 1);
  }
}

/**
 * The features that words make: what the lexicon finds with SARA AM and with SARA AA at the site, the
 * word there and its neighbours in both readings. They cost more than those of letters.
 */
export function lexiconFeatures(text: string, offset: number, features: Uint32Array): void {
  let start = offset;
  while (start > 0 && offset - start < REACH && isThaiLetter(text.charCodeAt(start - 1))) start -= 1;
  let end = offset + 1;
  while (end < text.length && end - offset <= REACH && isThaiLetter(text.charCodeAt(end))) end += 1;
  const window = text.slice(start, end);
  const at = offset - start;
  const arcs: Arc[] = [];
  for (const { index } of window.matchAll(SARA_AA_SITE)) {
    if (index !== at) arcs.push({ start: index, end: index + 1, after: 'ำ', cost: OTHER_AM });
  }
  const span = { start: 0, end: window.length };
  const aa = decode(window, span, arcs);
  const am = decode(`${window.slice(0, at)}ำ${window.slice(at + 1)}`, span, arcs);
  const gain = clamp(Math.round((aa.cost - am.cost) / 1.5) + 12, GAINS - 1);
  const price = clamp(Math.round((Math.min(aa.cost, am.cost) / window.length - 1) * 1.5), 7);
  let next = LETTER_FEATURES;
  features[next++] = HASHED + price * GAINS + gain;
  features[next++] = HASHED + PRICES * GAINS + gain;
  for (const [salt, ends] of [
    [101, aa.ends],
    [201, am.ends],
  ] as const) {
    const [before, word, after] = wordsAround(window, ends, at);
    features[next++] = hashed(salt, word);
    features[next++] = hashed(salt + 1, `${before}|${word}`);
    features[next++] = hashed(salt + 2, `${word}|${after}`);
    features[next++] = hashed(salt + 3, `${before}|${word}|${after}`);
  }
}

function wordsAround(text: string, ends: readonly number[], at: number): [string, string, string] {
  let k = 0;
  while (k < ends.length && (ends[k] ?? 0) <= at) k += 1;
  const cut = (from: number) => text.slice(from > 0 ? (ends[from - 1] ?? 0) : 0, ends[from] ?? text.length);
  return [k > 0 ? cut(k - 1) : '', cut(k), k + 1 < ends.length ? cut(k + 1) : ''];
}

function hashed(salt: number, word: string): number {
  let hash = Math.imul(0x811c9dc5 ^ salt, 0x85ebca6b);
  for (let k = 0; k < word.length; k += 1) hash = Math.imul(hash ^ word.charCodeAt(k), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) & (HASHED - 1);
}

/** How far to each side words are read, in UTF-16 units. */
const REACH = 14;
/** What another site of the window costs as SARA AM, in nats. */
const OTHER_AM = 1.5;

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(most, value));
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
