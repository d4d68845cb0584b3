import { type Lexicon, thaiLexicon } from './lexicon.ts';
import { mayBreak } from './lexicon-cluster.ts';
import { TRIE_DEAD, TRIE_ROOT } from './lexicon-trie.ts';

/** What it costs, in nats, to begin a stretch of letters that no word explains. */
const UNKNOWN_START = 16;

/** What each letter of such a stretch costs, in nats. */
const UNKNOWN_LETTER = 3;

/** The cheapest reading of a run of Thai letters as words. */
export interface Path {
  /** Sum over its words, in nats; letters that no word explains cost a start and a sum by letter. */
  readonly cost: number;
  /** Where its words end, ascending; the last is the end of the run. */
  readonly ends: readonly number[];
  /** How many UTF-16 units no word explains. */
  readonly unknown: number;
}

/**
 * The cheapest segmentation of `text.slice(start, end)`, a run of Thai letters, into words of the
 * lexicon (unigram Viterbi), in time linear in the run.
 *
 * @example
 * bestPath('แม่น้ำโขง').cost < bestPath('แม่น้าโขง').cost; // true
 */
export function bestPath(text: string, start = 0, end = text.length): Path {
  const path = cheapestPath(thaiLexicon(), text.slice(start, end));
  return { ...path, ends: path.ends.map((at) => at + start) };
}

/** The cheapest segmentation of a run of Thai letters into words of the given lexicon. */
export function cheapestPath(lexicon: Lexicon, run: string): Path {
  const lattice = new Lattice(run.length);
  lattice.fill(lexicon, run);
  return lattice.path();
}

/** The cost of the cheapest segmentation of a text of Thai letters, in nats. */
export function textCost(text: string): number {
  return bestPath(text).cost;
}

/**
 * Best costs by offset for one run of Thai letters. Two readings end at an offset: one with a word,
 * one with a stretch that no word explains, so that a longer stretch stays one unknown word.
 */
class Lattice {
  readonly #length: number;
  readonly #word: Float64Array;
  readonly #unknown: Float64Array;
  readonly #wordFrom: Int32Array;
  readonly #unknownFrom: Int32Array;

  constructor(length: number) {
    this.#length = length;
    this.#word = new Float64Array(length + 1).fill(Number.POSITIVE_INFINITY);
    this.#unknown = new Float64Array(length + 1).fill(Number.POSITIVE_INFINITY);
    this.#wordFrom = new Int32Array(length + 1);
    this.#unknownFrom = new Int32Array(length + 1);
    this.#word[0] = 0;
  }

  fill(lexicon: Lexicon, text: string): void {
    const end = text.length;
    const legal = legalBreaks(text);
    for (let at = 0; at < end; at++) {
      if (legal[at] === 0) continue;
      this.#extendUnknown(legal, at);
      this.#extendWords(lexicon, text, { at, legal });
    }
  }

  path(): Path {
    const ends: number[] = [];
    let unknown = 0;
    let at = this.#length;
    const cost = Math.min(this.#word[at] ?? 0, this.#unknown[at] ?? 0);
    while (at > 0) {
      ends.push(at);
      const known = (this.#word[at] ?? 0) <= (this.#unknown[at] ?? 0);
      const from = (known ? this.#wordFrom[at] : this.#unknownFrom[at]) ?? 0;
      if (!known) unknown += at - from;
      at = from;
    }
    return { cost, ends: ends.reverse(), unknown };
  }

  #extendWords(lexicon: Lexicon, text: string, { at, legal }: { at: number; legal: Uint8Array }): void {
    const before = Math.min(this.#word[at] ?? 0, this.#unknown[at] ?? 0);
    let state = TRIE_ROOT;
    for (let i = at; i < text.length; ) {
      state = lexicon.step(state, text.charCodeAt(i));
      if (state === TRIE_DEAD) return;
      i++;
      if (legal[i] === 0) continue;
      const cost = before + lexicon.costAt(state);
      if (cost < (this.#word[i] ?? 0)) {
        this.#word[i] = cost;
        this.#wordFrom[i] = at;
      }
    }
  }

  #extendUnknown(legal: Uint8Array, at: number): void {
    let next = at + 1;
    while (legal[next] === 0) next++;
    const begun = (this.#word[at] ?? 0) + UNKNOWN_START;
    const goesOn = this.#unknown[at] ?? 0;
    this.#unknown[next] = Math.min(begun, goesOn) + UNKNOWN_LETTER * (next - at);
    this.#unknownFrom[next] = begun < goesOn ? at : (this.#unknownFrom[at] ?? 0);
  }
}

/** 1 where a word may begin or end, by offset, the two ends among them. */
function legalBreaks(text: string): Uint8Array {
  const legal = new Uint8Array(text.length + 1);
  legal[0] = 1;
  legal[text.length] = 1;
  for (let i = 1; i < text.length; i++) if (mayBreak(text, i)) legal[i] = 1;
  return legal;
}
