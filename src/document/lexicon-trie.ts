/** A word of a trie and its value, an integer in `[0, 2 ** 24)`. */
export type TrieEntry = readonly [word: string, value: number];

/** The state before the first letter. */
export const TRIE_ROOT = 1;

/** The state that nothing leaves: the letters so far begin no word. */
export const TRIE_DEAD = 0;

/** The bit of a cell that says that a word ends in its state. */
export const TRIE_FINAL = 0x80;

/** The bits of a cell that hold its letter, as the offset in the Thai block. */
export const TRIE_LABEL = 0x7f;

const FIRST = 0x0e00;
const LAST = 0x0e5b;

/**
 * A double array over Thai letters in one 32-bit cell a state: `base << 8 | final << 7 | label`, the
 * label being the letter's offset in the Thai block. A word's value is the cell at its state's base,
 * shifted left by 8. No two states share a base, so that the label alone proves the transition.
 * (Aoe, "An efficient digital search algorithm by using a double-array structure", 1989.)
 */
export class Trie {
  /** The array itself, for loops that cannot afford a call a letter. */
  readonly cells: Uint32Array;

  /** The array as {@link buildTrie} made it, or as it was read from a file. */
  constructor(cells: Uint32Array) {
    this.cells = cells;
  }

  /** The state after one more UTF-16 unit; {@link TRIE_DEAD} when no word goes on so. */
  step(state: number, charCode: number): number {
    const label = charCode - FIRST;
    if (label <= 0 || charCode > LAST) return TRIE_DEAD;
    const next = ((this.cells[state] ?? 0) >>> 8) + label;
    return ((this.cells[next] ?? 0) & TRIE_LABEL) === label ? next : TRIE_DEAD;
  }

  /** The value of the word that ends in the state; -1 when none does. */
  valueAt(state: number): number {
    const cell = this.cells[state] ?? 0;
    return (cell & TRIE_FINAL) === 0 ? -1 : (this.cells[cell >>> 8] ?? 0) >>> 8;
  }

  /** The value of a word; -1 when the trie does not hold it. */
  get(word: string): number {
    let state = TRIE_ROOT;
    for (let i = 0; i < word.length && state !== TRIE_DEAD; i++) state = this.step(state, word.charCodeAt(i));
    return this.valueAt(state);
  }
}

/**
 * The cells of a double array that holds the entries, in the order of their words.
 *
 * @throws RangeError when a word is empty or has a character outside the Thai block.
 */
export function buildTrie(entries: Iterable<TrieEntry>): Uint32Array {
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
  for (const [word] of sorted) {
    if (!/^[\u0e01-\u0e5b]+$/.test(word)) {
      throw new RangeError(`expected a word of Thai letters, received ${JSON.stringify(word)}`);
    }
  }
  const slots = new Slots();
  const pending: Branch[] = [{ state: TRIE_ROOT, from: 0, to: sorted.length, depth: 0 }];
  for (let branch = pending.pop(); branch; branch = pending.pop()) {
    pending.push(...place(slots, sorted, branch));
  }
  return slots.cells();
}

/** The entries `from..to` of the sorted list, which share their first `depth` letters. */
interface Branch {
  readonly state: number;
  readonly from: number;
  readonly to: number;
  readonly depth: number;
}

function place(slots: Slots, sorted: readonly TrieEntry[], { state, from, to, depth }: Branch): Branch[] {
  const labels: number[] = [];
  const starts: number[] = [];
  for (let i = from; i < to; i++) {
    const word = sorted[i]?.[0] ?? '';
    const label = word.length === depth ? 0 : word.charCodeAt(depth) - FIRST;
    if (labels.at(-1) === label) continue;
    labels.push(label);
    starts.push(i);
  }
  const base = slots.fit(labels);
  slots.write(state, (slots.read(state) | (base << 8) | (labels[0] === 0 ? TRIE_FINAL : 0)) >>> 0);
  const branches: Branch[] = [];
  labels.forEach((label, k) => {
    const start = starts[k] ?? from;
    slots.write(base + label, label === 0 ? ((sorted[start]?.[1] ?? 0) << 8) >>> 0 : label);
    if (label > 0)
      branches.push({ state: base + label, from: start, to: starts[k + 1] ?? to, depth: depth + 1 });
  });
  return branches;
}

/** How many places are tried before the crowded front of the array is left behind. */
const PATIENCE = 200;

/** The array while it grows: which cells and which bases are taken. */
class Slots {
  #cells = new Uint32Array(1 << 12);
  #taken = new Uint8Array(1 << 12);
  readonly #bases = new Set<number>();
  /** By label, the least base worth trying for a state that only this label leaves. */
  readonly #single = new Uint32Array(TRIE_LABEL + 1).fill(TRIE_ROOT + 1);
  #several = TRIE_ROOT + 1;
  #end = TRIE_ROOT + 1;

  read(at: number): number {
    return this.#cells[at] ?? 0;
  }

  write(at: number, cell: number): void {
    this.#cells[at] = cell;
  }

  /** Takes the first base whose cells for all the labels are free. */
  fit(labels: readonly number[]): number {
    const [first = 0] = labels;
    const single = labels.length === 1;
    const from = (single ? this.#single[first] : this.#several) ?? 0;
    let base = from;
    while (this.#bases.has(base) || labels.some((label) => this.#taken[base + label] === 1)) base++;
    if (single) this.#single[first] = base + 1;
    else if (base - from > PATIENCE) this.#several = base - PATIENCE / 2;
    this.#bases.add(base);
    for (const label of labels) this.#take(base + label);
    return base;
  }

  /** The cells so far, with room after them for a step with any label. */
  cells(): Uint32Array {
    return this.#cells.slice(0, this.#end + TRIE_LABEL);
  }

  #take(at: number): void {
    this.#end = Math.max(this.#end, at + 1);
    if (at + 2 * TRIE_LABEL >= this.#cells.length) this.#grow();
    this.#taken[at] = 1;
  }

  #grow(): void {
    const cells = new Uint32Array(this.#cells.length * 2);
    cells.set(this.#cells);
    this.#cells = cells;
    const taken = new Uint8Array(cells.length);
    taken.set(this.#taken);
    this.#taken = taken;
  }
}
