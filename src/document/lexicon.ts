import { readFileSync } from 'node:fs';
import { TRIE_DEAD, TRIE_ROOT, Trie } from './lexicon-trie.ts';

/** Steps of the stored logarithm to a doubling of the count. */
export const LOG_STEPS = 1 << 14;

/** The stored logarithm counts from this one: so rare a word that it is never cheaper than its parts. */
export const LEAST_LOG2 = -40;

/** The count, in natural occurrences, below which a word was never seen: its cost is an estimate. */
const SEEN = 0.99;

/** The running words that the frequencies were counted over (the Thai National Corpus list). */
export const CORPUS_SIZE = 33_535_658;

const NATS_PER_STEP = Math.LN2 / LOG_STEPS;
const HIGHEST_COST = Math.log(CORPUS_SIZE) - LEAST_LOG2 * Math.LN2;

/**
 * Thai words with what each costs: `-ln p` in nats, p being its share of the running words of the
 * Thai National Corpus. A word that the corpus never has costs as half an occurrence would; a compound
 * that it never has costs a little more than its parts, so that comparing readings stays fair.
 */
export class Lexicon {
  /** The automaton behind it. */
  readonly trie: Trie;

  /** A lexicon over a trie whose values are `LOG_STEPS * (log2(count) - LEAST_LOG2)`, rounded. */
  constructor(trie: Trie) {
    this.trie = trie;
  }

  /** Whether the word is in the lexicon. */
  has(word: string): boolean {
    return this.trie.get(word) >= 0;
  }

  /** How often the corpus of 33.5 million words has the word, within 0.01 %; 0 where absent. */
  frequency(word: string): number {
    const value = this.trie.get(word);
    const count = value < 0 ? 0 : 2 ** (value / LOG_STEPS + LEAST_LOG2);
    return count < SEEN ? 0 : Math.round(count);
  }

  /** The word's cost in nats, 3.7 for the most frequent, 18 and more for those never seen; Infinity where absent. */
  cost(word: string): number {
    return costOf(this.trie.get(word));
  }

  /**
   * Calls `visit` with the end and the cost of every word that begins at `start`, shortest first.
   *
   * @example
   * thaiLexicon().prefixes('ตากวน', 0, (end, cost) => console.log(end, cost)); // ตา, ตาก
   */
  prefixes(text: string, start: number, visit: (end: number, cost: number) => void): void {
    let state = TRIE_ROOT;
    for (let at = start; at < text.length; ) {
      state = this.step(state, text.charCodeAt(at));
      if (state === TRIE_DEAD) return;
      at++;
      const cost = this.costAt(state);
      if (cost < Number.POSITIVE_INFINITY) visit(at, cost);
    }
  }

  /** The automaton, for loops that must not allocate: from `TRIE_ROOT`, dead at `TRIE_DEAD`. */
  step(state: number, charCode: number): number {
    return this.trie.step(state, charCode);
  }

  /** The cost of the word that ends in the state; Infinity when none does. */
  costAt(state: number): number {
    return costOf(this.trie.valueAt(state));
  }
}

function costOf(value: number): number {
  return value < 0 ? Number.POSITIVE_INFINITY : HIGHEST_COST - value * NATS_PER_STEP;
}

let loaded: Lexicon | undefined;

/**
 * The Thai lexicon of the package, read when first asked for (about 2 ms). Its sources and licences
 * are in `data/README.md`.
 *
 * @example
 * thaiLexicon().has('หน้าที่'); // true
 * thaiLexicon().frequency('ทำ') > thaiLexicon().frequency('ทา'); // true
 */
export function thaiLexicon(): Lexicon {
  loaded ??= new Lexicon(new Trie(readCells()));
  return loaded;
}

/** The file is little-endian, as every platform of Node is but s390x, where the bytes are turned. */
function readCells(): Uint32Array {
  const bytes = readFileSync(new URL('../../src/document/data/lexicon.bin', import.meta.url));
  if (new Uint8Array(Uint32Array.of(1).buffer)[0] === 0) bytes.swap32();
  const { buffer, byteOffset, byteLength } = bytes;
  if (byteOffset % 4 === 0) return new Uint32Array(buffer, byteOffset, byteLength / 4);
  return new Uint32Array(buffer.slice(byteOffset, byteOffset + byteLength));
}
