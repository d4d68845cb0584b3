import { type Lexicon, thaiLexicon } from '../document/lexicon.ts';
import { TRIE_DEAD, TRIE_ROOT } from '../document/lexicon-trie.ts';
import { isThaiLetter, isThaiMark, ThaiClass, thaiClass } from '../document/thai.ts';

/** Another way to read a stretch of a text, and what it costs, in nats: `-ln` of how likely the fault is. */
export interface Arc {
  readonly start: number;
  readonly end: number;
  readonly after: string;
  readonly cost: number;
}

/** The cheapest reading of a stretch of text. */
export interface Reading {
  /** Words by the lexicon, letters that no word explains, and the arcs taken; nats. */
  readonly cost: number;
  /** The arcs taken, in order. */
  readonly arcs: readonly Arc[];
  /** Offsets of the source text at which a word ends, ascending. */
  readonly ends: readonly number[];
}

const UNKNOWN_STATE = -1;
/** Costs in nats of a stretch that no word explains; the lexicon's cheapest word costs 3.7, its dearest 18. */
const UNKNOWN_START = 16;
const UNKNOWN_LETTER = 3;
/** A stretch that begins with a mark, or ends in a vowel that wants a consonant after it. */
const BROKEN_CLUSTER = 8;

/**
 * Reads `text.slice(start, end)` as cheaply as words and arcs allow: a noisy channel over a
 * unigram lexicon (token passing over the automaton of the lexicon), linear in the stretch.
 * Arcs are sorted by start; those that reach outside the stretch are passed over.
 */
export function decode(text: string, span: { start: number; end: number }, arcs: readonly Arc[]): Reading {
  return new Decoder(text, span.start, span.end).run(arcs);
}

/**
 * Tokens of the search, as columns that all searches share, for they run to their end one by one. A
 * token is a reading of the text up to a position; those of a position are chained.
 */
const tokens = {
  state: new Int32Array(1 << 14),
  cost: new Float64Array(1 << 14),
  previous: new Int32Array(1 << 14),
  arc: new Int32Array(1 << 14),
  slot: new Int32Array(1 << 14),
  last: new Uint16Array(1 << 14),
  next: new Int32Array(1 << 14),
};

function grow(): void {
  const larger = <A extends Int32Array | Float64Array | Uint16Array>(column: A, empty: A): A => {
    empty.set(column);
    return empty;
  };
  const size = tokens.state.length * 2;
  tokens.state = larger(tokens.state, new Int32Array(size));
  tokens.cost = larger(tokens.cost, new Float64Array(size));
  tokens.previous = larger(tokens.previous, new Int32Array(size));
  tokens.arc = larger(tokens.arc, new Int32Array(size));
  tokens.slot = larger(tokens.slot, new Int32Array(size));
  tokens.last = larger(tokens.last, new Uint16Array(size));
  tokens.next = larger(tokens.next, new Int32Array(size));
}

/** One search. Slots are the positions of the stretch, then two for the letters inside an arc. */
class Decoder {
  readonly #text: string;
  readonly #start: number;
  readonly #length: number;
  readonly #lexicon: Lexicon = thaiLexicon();
  /** The last token of each slot, or -1. */
  readonly #head: Int32Array;
  #count = 0;
  /** Where tokens that are put go, by which arc, and at what extra cost. */
  #slot = 0;
  #arc = -1;
  #extra = 0;

  constructor(text: string, start: number, end: number) {
    this.#text = text;
    this.#start = start;
    this.#length = end - start;
    this.#head = new Int32Array(this.#length + 3).fill(-1);
  }

  run(arcs: readonly Arc[]): Reading {
    this.#aim(0, -1, 0);
    this.#put(TRIE_ROOT, 0, -1);
    let next = 0;
    while ((arcs[next]?.start ?? Number.POSITIVE_INFINITY) < this.#start) next += 1;
    for (let slot = 0; slot <= this.#length; slot += 1) {
      const first = next;
      next = this.#insertions(slot, arcs, next);
      this.#close(slot);
      if (slot === this.#length) break;
      this.#aim(slot + 1, -1, 0);
      this.#feed(slot, this.#text.charCodeAt(this.#start + slot));
      for (let index = first; index < next; index += 1) {
        const arc = arcs[index];
        if (arc !== undefined && arc.end > arc.start) this.#follow(slot, arc, index);
      }
    }
    return this.#best(arcs);
  }

  /** Takes the arcs that insert at a slot; returns the first arc that starts after it. */
  #insertions(slot: number, arcs: readonly Arc[], first: number): number {
    let next = first;
    for (let arc = arcs[next]; arc?.start === this.#start + slot; arc = arcs[next]) {
      if (arc.end === arc.start) {
        this.#close(slot);
        this.#follow(slot, arc, next);
      }
      next += 1;
    }
    return next;
  }

  #aim(slot: number, arc: number, extra: number): void {
    this.#slot = slot;
    this.#arc = arc;
    this.#extra = extra;
  }

  /** Feeds what an arc writes, letter by letter, to the tokens at its start. */
  #follow(slot: number, arc: Arc, index: number): void {
    const target = arc.end - this.#start;
    if (target > this.#length) return;
    const { length } = arc.after;
    this.#aim(target, index, arc.cost);
    if (length === 0) this.#copy(slot);
    let from = slot;
    for (let k = 0; k < length; k += 1) {
      const inner = k + 1 < length ? this.#length + 1 + (k & 1) : target;
      if (inner > this.#length) this.#head[inner] = -1;
      this.#aim(inner, k === 0 ? index : -1, k === 0 ? arc.cost : 0);
      this.#feed(from, arc.after.charCodeAt(k));
      if (inner > this.#length) this.#close(inner);
      from = inner;
    }
  }

  #copy(slot: number): void {
    for (let token = this.#head[slot] ?? -1; token >= 0; token = tokens.next[token] ?? -1) {
      this.#put(tokens.state[token] ?? TRIE_ROOT, tokens.cost[token] ?? 0, token);
    }
  }

  /** Ends the words that may end here: adds the cheapest token that begins a new word. */
  #close(slot: number): void {
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let token = this.#head[slot] ?? -1; token >= 0; token = tokens.next[token] ?? -1) {
      const state = tokens.state[token] ?? TRIE_ROOT;
      if (state === TRIE_ROOT) continue;
      let cost = tokens.cost[token] ?? 0;
      if (cost >= least) continue;
      if (state !== UNKNOWN_STATE) cost += this.#lexicon.costAt(state);
      else if ((thaiClass(tokens.last[token] ?? 0) & ThaiClass.leadingVowel) !== 0) cost += BROKEN_CLUSTER;
      if (cost < least) {
        least = cost;
        best = token;
      }
    }
    if (best < 0) return;
    this.#aim(slot, -1, 0);
    this.#put(TRIE_ROOT, least, best);
  }

  /** One more letter: along the word, into or along a stretch that no word explains, or over a gap. */
  #feed(slot: number, code: number): void {
    const letter = isThaiLetter(code);
    const begin = UNKNOWN_LETTER + UNKNOWN_START + (isThaiMark(code) ? BROKEN_CLUSTER : 0);
    for (let token = this.#head[slot] ?? -1; token >= 0; token = tokens.next[token] ?? -1) {
      const state = tokens.state[token] ?? TRIE_ROOT;
      const cost = tokens.cost[token] ?? 0;
      if (state === UNKNOWN_STATE) {
        if (letter) this.#put(UNKNOWN_STATE, cost + UNKNOWN_LETTER, token, code);
        continue;
      }
      const next = this.#lexicon.step(state, code);
      if (next !== TRIE_DEAD) this.#put(next, cost, token, code);
      if (state !== TRIE_ROOT) continue;
      if (letter) this.#put(UNKNOWN_STATE, cost + begin, token, code);
      else this.#put(TRIE_ROOT, cost, token, code);
    }
  }

  /** Adds a token at the aim, unless one in the same state is as cheap. */
  // biome-ignore lint/complexity/useMaxParams: the innermost loop of repair must not allocate.
  #put(state: number, cost: number, previous: number, last = 0): void {
    const total = cost + this.#extra;
    let token = this.#head[this.#slot] ?? -1;
    while (token >= 0 && tokens.state[token] !== state) token = tokens.next[token] ?? -1;
    if (token < 0) {
      token = this.#count;
      this.#count += 1;
      if (token === tokens.state.length) grow();
      tokens.state[token] = state;
      tokens.slot[token] = this.#slot;
      tokens.next[token] = this.#head[this.#slot] ?? -1;
      this.#head[this.#slot] = token;
    } else if ((tokens.cost[token] ?? 0) <= total) return;
    tokens.cost[token] = total;
    tokens.previous[token] = previous;
    tokens.arc[token] = this.#arc;
    tokens.last[token] = last;
  }

  #best(arcs: readonly Arc[]): Reading {
    const taken: Arc[] = [];
    const ends: number[] = [];
    let token = this.#head[this.#length] ?? -1;
    while (token >= 0 && tokens.state[token] !== TRIE_ROOT) token = tokens.next[token] ?? -1;
    const cost = token < 0 ? Number.POSITIVE_INFINITY : (tokens.cost[token] ?? 0);
    for (; token >= 0; token = tokens.previous[token] ?? -1) {
      const arc = arcs[tokens.arc[token] ?? -1];
      if (arc !== undefined) taken.push(arc);
      const slot = tokens.slot[token] ?? 0;
      if (tokens.state[token] === TRIE_ROOT && slot <= this.#length) ends.push(this.#start + slot);
    }
    return { cost, arcs: taken.reverse(), ends: ends.reverse() };
  }
}
