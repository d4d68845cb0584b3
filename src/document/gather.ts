import type { TaggedPage } from './page.ts';
import type { DocumentEntity, DocumentTerm } from './schema.ts';

/** Gathers what the pages mention into the entities and terms of the document. */
export interface Gatherer {
  /** Takes the pages in order. */
  add(page: TaggedPage): void;
  /** In the order of their first mention. */
  entities(): DocumentEntity[];
  terms(): DocumentTerm[];
}

/** An empty gatherer for one document. */
export function gatherer(): Gatherer {
  const entities = new Map<string, DocumentEntity>();
  const terms = new Map<string, DocumentTerm>();
  return {
    add(page) {
      addEntities(entities, page);
      addTerms(terms, page);
    },
    entities: () => [...entities.values()],
    terms: () => [...terms.values()],
  };
}

/** An entity is named by its first mention; what else it is called are its aliases. */
function addEntities(known: Map<string, DocumentEntity>, page: TaggedPage): void {
  for (const { id, type, text, start, end } of page.entities) {
    if (id === undefined) continue;
    const entity = known.get(id) ?? { id, type, name: text, aliases: [], mentions: [] };
    if (text !== entity.name && !entity.aliases.includes(text)) entity.aliases.push(text);
    entity.mentions.push([page.number, start, end]);
    known.set(id, entity);
  }
}

function addTerms(known: Map<string, DocumentTerm>, page: TaggedPage): void {
  for (const { thai, english, abbreviation, start, end } of page.terms) {
    const key = JSON.stringify([thai, english, abbreviation]);
    const term = known.get(key) ?? { thai, english, abbreviation, mentions: [] };
    term.mentions.push([page.number, start, end]);
    known.set(key, term);
  }
}
