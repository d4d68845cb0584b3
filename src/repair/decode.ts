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

/** Tokens of the search, as columns; a token is a reading of the text up to a position. */
class Decoder {
  readonly #text: string;
  readonly #start: number;
  readonly #end: number;
  readonly #lexicon: Lexicon = thaiLexicon();
  readonly #state: number[] = [];
  readonly #cost: number[] = [];
  readonly #previous: number[] = [];
  readonly #arc: number[] = [];
  readonly #position: number[] = [];
  readonly #last: number[] = [];
  /** The tokens at each position. */
  readonly #at: number[][];

  constructor(text: string, start: number, end: number) {
    this.#text = text;
    this.#start = start;
    this.#end = end;
    this.#at = Array.from({ length: end - start + 1 }, () => []);
  }

  run(arcs: readonly Arc[]): Reading {
    const root = { state: TRIE_ROOT, cost: 0, previous: -1, last: 0 };
    this.#put(root, { position: this.#start, arc: -1, cost: 0, list: this.#tokensAt(this.#start) });
    let next = 0;
    while ((arcs[next]?.start ?? this.#end) < this.#start) next += 1;
    for (let position = this.#start; position <= this.#end; position += 1) {
      const here = this.#tokensAt(position);
      let first = next;
      for (; arcs[next]?.start === position; next += 1) {
        if (arcs[next]?.end === position) this.#insert(here, arcs[next], next);
      }
      this.#close(here);
      if (position === this.#end) break;
      const target = { position: position + 1, arc: -1, cost: 0, list: this.#tokensAt(position + 1) };
      const code = this.#text.charCodeAt(position);
      for (const token of here) this.#step(token, code, target);
      for (; first < next; first += 1) {
        const arc = arcs[first];
        if (arc !== undefined && arc.end > position && arc.end <= this.#end) this.#follow(here, arc, first);
      }
    }
    return this.#best(arcs);
  }

  #tokensAt(position: number): number[] {
    return this.#at[position - this.#start] ?? [];
  }

  /** Takes an arc that inserts: from each token here to a token here. */
  #insert(here: number[], arc: Arc | undefined, index: number): void {
    if (arc === undefined) return;
    this.#close(here);
    this.#follow([...here], arc, index);
  }

  /** Feeds what an arc writes, letter by letter, to the tokens at its start. */
  #follow(here: readonly number[], arc: Arc, index: number): void {
    const { length } = arc.after;
    const end = { position: arc.end, arc: index, cost: arc.cost, list: this.#tokensAt(arc.end) };
    if (length === 0) {
      for (const token of here) this.#copy(token, end);
      return;
    }
    let tokens: readonly number[] = here;
    for (let k = 0; k < length; k += 1) {
      const first = k === 0 ? end : { ...end, arc: -1, cost: 0 };
      const target = k + 1 === length ? first : { ...first, position: -1, list: [] };
      for (const token of tokens) this.#step(token, arc.after.charCodeAt(k), target);
      if (k + 1 < length) this.#close(target.list);
      tokens = target.list;
    }
  }

  #copy(token: number, target: Target): void {
    const state = this.#state[token] ?? TRIE_ROOT;
    const cost = (this.#cost[token] ?? 0) + target.cost;
    this.#put({ state, cost, previous: token, last: this.#last[token] ?? 0 }, target);
  }

  /** Ends the words that may end here: adds the cheapest token that begins a new word. */
  #close(here: number[]): void {
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (const token of here) {
      const state = this.#state[token] ?? TRIE_ROOT;
      if (state === TRIE_ROOT) continue;
      let cost = this.#cost[token] ?? 0;
      if (state !== UNKNOWN_STATE) cost += this.#lexicon.costAt(state);
      else if ((thaiClass(this.#last[token] ?? 0) & ThaiClass.leadingVowel) !== 0) cost += BROKEN_CLUSTER;
      if (cost < least) {
        least = cost;
        best = token;
      }
    }
    if (best < 0 || least === Number.POSITIVE_INFINITY) return;
    const root = { state: TRIE_ROOT, cost: least, previous: best, last: this.#last[best] ?? 0 };
    this.#put(root, { position: this.#position[best] ?? this.#start, arc: -1, cost: 0, list: here });
  }

  /** One more letter: along the word, into or along a stretch that no word explains, or over a gap. */
  #step(token: number, code: number, target: Target): void {
    const state = this.#state[token] ?? TRIE_ROOT;
    const reached = { state, cost: (this.#cost[token] ?? 0) + target.cost, previous: token, last: code };
    if (state !== UNKNOWN_STATE) {
      const next = this.#lexicon.step(state, code);
      if (next !== TRIE_DEAD) this.#put({ ...reached, state: next }, target);
      if (state !== TRIE_ROOT) return;
    }
    if (isThaiLetter(code)) {
      reached.cost += UNKNOWN_LETTER;
      if (state === TRIE_ROOT) reached.cost += UNKNOWN_START + (isThaiMark(code) ? BROKEN_CLUSTER : 0);
      reached.state = UNKNOWN_STATE;
      this.#put(reached, target);
    } else if (state === TRIE_ROOT) {
      this.#put(reached, target);
    }
  }

  /** Adds a token, unless one in the same state is as cheap. */
  #put(token: Token, { list, position, arc }: Target): void {
    let slot = list.length;
    for (let k = 0; k < list.length; k += 1) {
      const other = list[k] ?? 0;
      if (this.#state[other] !== token.state) continue;
      if ((this.#cost[other] ?? 0) <= token.cost) return;
      slot = k;
    }
    list[slot] = this.#state.length;
    this.#state.push(token.state);
    this.#cost.push(token.cost);
    this.#previous.push(token.previous);
    this.#arc.push(arc);
    this.#position.push(position);
    this.#last.push(token.last);
  }

  #best(arcs: readonly Arc[]): Reading {
    const taken: Arc[] = [];
    const ends: number[] = [];
    let token = (this.#at[this.#end - this.#start] ?? []).find((one) => this.#state[one] === TRIE_ROOT) ?? -1;
    const cost = token < 0 ? Number.POSITIVE_INFINITY : (this.#cost[token] ?? 0);
    for (; token >= 0; token = this.#previous[token] ?? -1) {
      const arc = arcs[this.#arc[token] ?? -1];
      if (arc !== undefined) taken.push(arc);
      const position = this.#position[token] ?? -1;
      if (this.#state[token] === TRIE_ROOT && position >= 0) ends.push(position);
    }
    return { cost, arcs: taken.reverse(), ends: ends.reverse() };
  }
}

interface Token {
  readonly state: number;
  readonly cost: number;
  readonly previous: number;
  /** The last letter read. */
  readonly last: number;
}

/** Where a token goes: a position (-1 inside what an arc writes), by which arc, at what extra cost. */
interface Target {
  readonly position: number;
  readonly arc: number;
  readonly cost: number;
  readonly list: number[];
}
