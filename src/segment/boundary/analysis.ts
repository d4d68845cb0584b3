import { CORPUS_SIZE, LEAST_LOG2, type Lexicon, LOG_STEPS } from '../../document/lexicon.ts';
import { legalBreak } from '../../document/lexicon-cluster.ts';
import { TRIE_FINAL, TRIE_LABEL, TRIE_ROOT } from '../../document/lexicon-trie.ts';
import { BEYOND, capLength, EDGE, NO_COST } from './context.ts';

const NATS = Math.LN2 / LOG_STEPS;
const HIGHEST_COST = Math.log(CORPUS_SIZE) - LEAST_LOG2 * Math.LN2;

/** Words rarer than half an occurrence are compounds that only cost what their parts do. */
const LEAST_VALUE = LOG_STEPS * (-1 - LEAST_LOG2);

/** Costs of a stretch that no word explains: to begin one, and by the letter, in nats. */
const UNKNOWN_START = 16;
const UNKNOWN_LETTER = 3;

/**
 * What the lexicon says about every boundary of a run of Thai letters, in arrays that are kept from
 * run to run. Index 0 is the start of the run; lengths are capped as the tables of the model are.
 */
export class RunAnalysis {
  length = 0;
  /** The codes of the letters from index 1 on, an edge before and after. */
  codes = new Uint8Array(0);
  /** 1 where a word may begin or end. */
  legal = new Uint8Array(0);
  /** The longest word that ends here, begins here. */
  endsHere = new Uint8Array(0);
  beginsHere = new Uint8Array(0);
  /** The longest word with the boundary inside: its length, and how much of it lies before; 0 if none. */
  spanLength = new Uint8Array(0);
  spanBefore = new Uint8Array(0);
  /** The cost in whole nats of the cheapest word that ends here, begins here. */
  costBefore = new Uint8Array(0);
  costAfter = new Uint8Array(0);
  /** 1 where the cheapest path has a boundary; and the lengths of its word before and after. */
  onPath = new Uint8Array(0);
  pathBefore = new Uint8Array(0);
  pathAfter = new Uint8Array(0);

  #word = new Float64Array(0);
  #unknown = new Float64Array(0);
  #wordFrom = new Int32Array(0);
  #unknownFrom = new Int32Array(0);

  /** Analyses `text.slice(start, end)`, a run of Thai letters. */
  analyse(lexicon: Lexicon, text: string, { start, end }: { start: number; end: number }): void {
    this.#prepare(end - start);
    this.#readLetters(text, start);
    this.#walk(lexicon.trie.cells);
    this.#trace();
  }

  #prepare(length: number): void {
    this.length = length;
    if (this.legal.length < length + 3) this.#allocate(2 * length + 64);
    for (let i = 0; i <= length; i++) {
      this.endsHere[i] = 0;
      this.beginsHere[i] = 0;
      this.spanLength[i] = 0;
      this.spanBefore[i] = 0;
      this.costBefore[i] = NO_COST;
      this.costAfter[i] = NO_COST;
      this.onPath[i] = 0;
      this.#word[i] = Number.POSITIVE_INFINITY;
      this.#unknown[i] = Number.POSITIVE_INFINITY;
    }
    this.#word[0] = 0;
  }

  #allocate(size: number): void {
    this.codes = new Uint8Array(size);
    this.legal = new Uint8Array(size);
    this.endsHere = new Uint8Array(size);
    this.beginsHere = new Uint8Array(size);
    this.spanLength = new Uint8Array(size);
    this.spanBefore = new Uint8Array(size);
    this.costBefore = new Uint8Array(size);
    this.costAfter = new Uint8Array(size);
    this.onPath = new Uint8Array(size);
    this.pathBefore = new Uint8Array(size);
    this.pathAfter = new Uint8Array(size);
    this.#word = new Float64Array(size);
    this.#unknown = new Float64Array(size);
    this.#wordFrom = new Int32Array(size);
    this.#unknownFrom = new Int32Array(size);
  }

  #readLetters(text: string, start: number): void {
    const { codes, legal, length } = this;
    codes[0] = EDGE;
    for (let i = 0; i < length; i++) codes[i + 1] = text.charCodeAt(start + i) - 0x0e00;
    codes[length + 1] = EDGE;
    codes[length + 2] = BEYOND;
    legal[0] = 1;
    for (let i = 1; i < length; i++) legal[i] = legalBreak(codes, i + 1) ? 1 : 0;
    legal[length] = 1;
  }

  /** Follows every word from every legal start, and the cheapest path along with it. */
  #walk(cells: Uint32Array): void {
    for (let at = 0; at < this.length; at++) {
      if (this.legal[at] === 0) continue;
      this.#extendUnknown(at);
      const longest = this.#followWords(cells, at);
      if (longest > at) this.#noteSpan(at, longest);
    }
  }

  /** Notes every word that begins here; gives where the longest ends. */
  #followWords(cells: Uint32Array, at: number): number {
    const { codes, legal, length } = this;
    const base = Math.min(this.#word[at] ?? 0, this.#unknown[at] ?? 0);
    let cell = cells[TRIE_ROOT] ?? 0;
    let longest = at;
    for (let i = at; i < length; ) {
      const code = codes[i + 1] ?? 0;
      cell = cells[(cell >>> 8) + code] ?? 0;
      if ((cell & TRIE_LABEL) !== code) break;
      i++;
      if ((cell & TRIE_FINAL) === 0 || legal[i] === 0) continue;
      const value = (cells[cell >>> 8] ?? 0) >>> 8;
      if (value < LEAST_VALUE) continue;
      longest = i;
      this.#noteWord(at, i, { base, cost: HIGHEST_COST - value * NATS });
    }
    return longest;
  }

  #extendUnknown(at: number): void {
    let next = at + 1;
    while (this.legal[next] === 0) next++;
    const begun = (this.#word[at] ?? 0) + UNKNOWN_START;
    const goesOn = this.#unknown[at] ?? 0;
    this.#unknown[next] = Math.min(begun, goesOn) + UNKNOWN_LETTER * (next - at);
    this.#unknownFrom[next] = begun < goesOn ? at : (this.#unknownFrom[at] ?? 0);
  }

  #noteWord(start: number, end: number, { base, cost }: { base: number; cost: number }): void {
    if (base + cost < (this.#word[end] ?? 0)) {
      this.#word[end] = base + cost;
      this.#wordFrom[end] = start;
    }
    const length = capLength(end - start);
    if (length > (this.endsHere[end] ?? 0)) this.endsHere[end] = length;
    const nats = Math.min(NO_COST - 1, (cost + 0.5) | 0);
    if (nats < (this.costBefore[end] ?? 0)) this.costBefore[end] = nats;
    if (nats < (this.costAfter[start] ?? 0)) this.costAfter[start] = nats;
  }

  #noteSpan(start: number, end: number): void {
    const length = capLength(end - start);
    this.beginsHere[start] = length;
    const { spanLength, spanBefore } = this;
    for (let i = start + 1; i < end; i++) {
      if (length <= (spanLength[i] ?? 0)) continue;
      spanLength[i] = length;
      spanBefore[i] = capLength(i - start);
    }
  }

  #trace(): void {
    let at = this.length;
    let after = 0;
    while (at > 0) {
      const known = (this.#word[at] ?? 0) <= (this.#unknown[at] ?? 0);
      const from = (known ? this.#wordFrom[at] : this.#unknownFrom[at]) ?? 0;
      this.onPath[at] = 1;
      this.pathBefore[at] = capLength(at - from);
      this.pathAfter[at] = after;
      for (let i = from + 1; i < at; i++) {
        this.pathBefore[i] = capLength(i - from);
        this.pathAfter[i] = capLength(at - i);
      }
      after = capLength(at - from);
      at = from;
    }
  }
}
