import type { Severity } from '../document/diagnostic.ts';
import type { Status, TaggedPage } from '../document/page.ts';
import { type BeforeAfter, repairedLine } from './repaired-line.ts';

/** What was counted over the pages of a document, for the report of the run. */
export interface Tally {
  readonly pages: number;
  /** Pages by status; statuses that no page has are absent. */
  readonly statuses: Readonly<Partial<Record<Status, number>>>;
  /** Repairs by rule, sorted by name; a repair that several rules made counts for each of them. */
  readonly repairs: Readonly<Record<string, number>>;
  readonly undecided: number;
  readonly entities: number;
  readonly years: number;
  readonly diagnostics: Readonly<Record<Severity, number>>;
  /** Numbers of the pages that failed. */
  readonly failed: readonly number[];
  /** Numbers of the pages that are pictures: nothing to read without OCR. */
  readonly imageOnly: readonly number[];
  /** A line of the document before and after repair, or null where nothing was repaired. */
  readonly example: BeforeAfter | null;
}

/** A line with this many repairs shows well enough what repair does. */
const tellingRepairs = 3;

/** Counts pages as they pass. */
export class Counter {
  #pages = 0;
  #undecided = 0;
  #entities = 0;
  #years = 0;
  readonly #statuses = new Map<Status, number>();
  readonly #repairs = new Map<string, number>();
  readonly #diagnostics: Record<Severity, number> = { info: 0, warning: 0, error: 0 };
  readonly #failed: number[] = [];
  readonly #imageOnly: number[] = [];
  #example: BeforeAfter | null = null;

  add(page: TaggedPage): void {
    this.#pages += 1;
    this.#undecided += page.undecided.length;
    this.#entities += page.entities.length;
    this.#years += page.years.length;
    increment(this.#statuses, page.status);
    for (const repair of page.repairs) {
      for (const rule of repair.rule.split('+')) increment(this.#repairs, rule);
    }
    this.addDiagnostics(page.diagnostics);
    if (page.status === 'failed') this.#failed.push(page.number);
    if (page.diagnostics.some(({ rule }) => rule === 'image-only')) this.#imageOnly.push(page.number);
    if ((this.#example?.repairs ?? 0) < tellingRepairs) this.#keepExample(repairedLine(page));
  }

  addDiagnostics(diagnostics: readonly { readonly severity: Severity }[]): void {
    for (const { severity } of diagnostics) this.#diagnostics[severity] += 1;
  }

  tally(): Tally {
    return {
      pages: this.#pages,
      statuses: sorted(this.#statuses),
      repairs: sorted(this.#repairs),
      undecided: this.#undecided,
      entities: this.#entities,
      years: this.#years,
      diagnostics: { ...this.#diagnostics },
      failed: [...this.#failed],
      imageOnly: [...this.#imageOnly],
      example: this.#example,
    };
  }

  #keepExample(candidate: BeforeAfter | null): void {
    if ((candidate?.repairs ?? 0) > (this.#example?.repairs ?? 0)) this.#example = candidate;
  }
}

function increment<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function sorted<Key extends string>(counts: ReadonlyMap<Key, number>): Record<Key, number> {
  const entries = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries) as Record<Key, number>;
}
