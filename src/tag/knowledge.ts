import { NameBook } from './names/name-book.ts';

/** Counts by key; the key with most counts wins, the first met of equals. */
export class Tally {
  readonly #counts = new Map<string, number>();

  add(key: string, count = 1): void {
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + count);
  }

  get(key: string): number {
    return this.#counts.get(key) ?? 0;
  }

  most(): string | null {
    let best: string | null = null;
    for (const [key, count] of this.#counts) {
      if (best === null || count > this.get(best)) best = key;
    }
    return best;
  }
}

/** What the first pass over a document learns and the second pass uses on every page. */
export class Knowledge {
  /** Letters by language over the long runs of Latin script. */
  readonly latinLetters = new Tally();
  /** How often each Buddhist or Common year is mentioned, in Buddhist years. */
  readonly years = new Map<number, number>();
  /** The acronyms and names that the document defines. */
  readonly names = new NameBook();
}
