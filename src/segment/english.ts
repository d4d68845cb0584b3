import { createRequire } from 'node:module';

/** What is used of the package. */
interface Tokenizer {
  tokenize(text: string): string[];
}

/** Words whose parts are remembered: the tokenizer takes microseconds a word, and words recur. */
const REMEMBERED = 4096;

/**
 * A word that the tokenizer may part: it has an apostrophe, or is one of the spellings that it knows.
 * Never one with other letters than ASCII has, which the tokenizer takes for punctuation.
 */
const MAY_PART =
  /^(?:[a-z-]*['\u2019][a-z'\u2019-]*|cannot|gimme|gonna|gotta|wanna|lemme|whaddya|whatcha|tis|twas)$/iu;

const remembered = new Map<string, readonly number[]>();
let created: Tokenizer | undefined;

/**
 * Where the parts of an English word end, as the Penn Treebank parts it: "do|n't", "child|'s",
 * "can|not". Always ends with the word's length. (npm `natural`, its Treebank tokenizer alone: the
 * root of that package prints adverts.)
 */
export function partWord(word: string): readonly number[] {
  if (!MAY_PART.test(word)) return [word.length];
  const known = remembered.get(word);
  if (known) return known;
  const ends = locate(word, tokenizer().tokenize(word.replaceAll('\u2019', "'")));
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(word, ends);
  return ends;
}

/** Where the parts end in the word, provided that together they are the word. */
function locate(word: string, parts: readonly string[]): readonly number[] {
  const ends: number[] = [];
  let end = 0;
  for (const part of parts) {
    end += part.length;
    ends.push(end);
  }
  return end === word.length ? ends : [word.length];
}

function tokenizer(): Tokenizer {
  if (!created) {
    const require = createRequire(import.meta.url);
    const Treebank: new () => Tokenizer = require('natural/lib/natural/tokenizers/treebank_word_tokenizer');
    created = new Treebank();
  }
  return created;
}
