import { mayBreak } from '../src/document/lexicon-cluster.ts';

const CONSONANT = '[\\u0e01-\\u0e2e]';
const ABOVE_OR_BELOW = '[\\u0e31\\u0e34-\\u0e3a\\u0e47]?[\\u0e48-\\u0e4b]?[\\u0e4c\\u0e4d]?';
const VOWEL_AFTER = '(?:\\u0e32?\\u0e30?|\\u0e33|\\u0e45)';

/** Thai letters in the order that clusters have: no digits, no signs, no mark without its letter. */
const CLUSTERS = new RegExp(`^(?:[\\u0e40-\\u0e44]?${CONSONANT}${ABOVE_OR_BELOW}${VOWEL_AFTER})+$`, 'u');

/** Words of one letter. The other letters are names of letters, or half of an abbreviation. */
const LETTER_WORDS = new Set(['ณ', 'ธ', 'บ']);

/** Whether a line of a word list is a word as the lexicon wants it: Thai letters in a valid order. */
export function isWord(line: string): boolean {
  if (line.length < 2) return LETTER_WORDS.has(line);
  if (!CLUSTERS.test(line)) return false;
  return !/(.)\1\1/u.test(line) && mayBreak(`${line}ก`, line.length);
}
