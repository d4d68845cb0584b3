import type { Entity, TaggedPage, TermMention } from './page.ts';

/** Where something is mentioned: physical page number, and the span in the page's text. */
export type MentionPlace = readonly [page: number, start: number, end: number];

/** A thing that the document names, with every mention of it. */
export interface DocumentEntity {
  readonly id: string;
  readonly type: string;
  /** Its fullest name: the Thai one where there is one. */
  readonly name: string;
  /** Its other names, in the order in which they appear. */
  readonly aliases: readonly string[];
  readonly mentions: readonly MentionPlace[];
}

/** A Thai term with its English counterpart, with every place that pairs them. */
export interface DocumentTerm {
  readonly thai: string;
  readonly english: string | null;
  readonly abbreviation: string | null;
  readonly mentions: readonly MentionPlace[];
}

/** The document-wide lists, ordered by first mention. */
export interface Gathered {
  readonly entities: readonly DocumentEntity[];
  readonly terms: readonly DocumentTerm[];
}

/**
 * Gathers the entities and terms of a document while its pages pass by, in memory that grows with the
 * mentions and not with the text. Entities without an id belong to their page alone.
 *
 * @example
 * const gatherer = new Gatherer();
 * for await (const page of flow.pages) gatherer.add(page);
 * gatherer.gathered().entities[0]?.mentions; // [[81, 2471, 2497], ...]
 */
export class Gatherer {
  readonly #entities = new Map<string, OpenEntity>();
  readonly #terms = new Map<string, OpenTerm>();

  /** Takes a page; pages come in their order. */
  add(page: Pick<TaggedPage, 'number' | 'entities' | 'terms'>): void {
    for (const entity of page.entities) this.#addEntity(page.number, entity);
    for (const term of page.terms) this.#addTerm(page.number, term);
  }

  /** What was gathered so far. */
  gathered(): Gathered {
    return {
      entities: [...this.#entities].map(([id, open]) => closeEntity(id, open)),
      terms: [...this.#terms.values()],
    };
  }

  #addEntity(page: number, entity: Entity): void {
    if (entity.id === undefined) return;
    let open = this.#entities.get(entity.id);
    if (open === undefined) {
      open = { type: entity.type, names: new Map(), mentions: [] };
      this.#entities.set(entity.id, open);
    }
    const name = entity.text.replace(/\s+/g, ' ');
    open.names.set(name, (open.names.get(name) ?? 0) + 1);
    open.mentions.push([page, entity.start, entity.end]);
  }

  #addTerm(page: number, term: TermMention): void {
    const { thai, english, abbreviation } = term;
    const key = JSON.stringify([thai, english, abbreviation]);
    let open = this.#terms.get(key);
    if (open === undefined) {
      open = { thai, english, abbreviation, mentions: [] };
      this.#terms.set(key, open);
    }
    open.mentions.push([page, term.start, term.end]);
  }
}

/** The document-wide entities and terms of pages that are at hand. */
export function gatherEntities(pages: Iterable<Pick<TaggedPage, 'number' | 'entities' | 'terms'>>): Gathered {
  const gatherer = new Gatherer();
  for (const page of pages) gatherer.add(page);
  return gatherer.gathered();
}

interface OpenEntity {
  readonly type: string;
  /** Names by how often they stand in the text. */
  readonly names: Map<string, number>;
  readonly mentions: MentionPlace[];
}

interface OpenTerm extends DocumentTerm {
  readonly mentions: MentionPlace[];
}

function closeEntity(id: string, open: OpenEntity): DocumentEntity {
  const names = [...open.names.keys()];
  const name = names.reduce((best, each) => (isFuller(each, best, open.names) ? each : best));
  return {
    id,
    type: open.type,
    name,
    aliases: names.filter((each) => each !== name),
    mentions: open.mentions,
  };
}

/** A Thai name before a Latin one, a full one before an acronym, then the frequent, then the longer. */
function isFuller(a: string, b: string, counts: ReadonlyMap<string, number>): boolean {
  const rank = (name: string): number[] => [
    /[\u0e01-\u0e5b]{4}/.test(name) ? 1 : 0,
    /\s|[a-z]{3}/.test(name) ? 1 : 0,
    counts.get(name) ?? 0,
    name.length,
  ];
  const left = rank(a);
  const right = rank(b);
  const at = left.findIndex((value, index) => value !== right[index]);
  return at >= 0 && (left[at] ?? 0) > (right[at] ?? 0);
}
