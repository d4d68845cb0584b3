import type { Diagnostic } from '../document/diagnostic.ts';
import { type Flow, withPages } from '../document/flow.ts';
import type { SegmentedPage, TaggedPage } from '../document/page.ts';
import { PageStore } from '../document/page-store.ts';
import { laws } from './entities/laws.ts';
import { namedEntities } from './entities/named-entities.ts';
import { persons } from './entities/persons.ts';
import { places } from './entities/places.ts';
import { Knowledge } from './knowledge.ts';
import { languages } from './languages/languages.ts';
import { acronyms } from './names/acronyms.ts';
import { terms } from './names/terms.ts';
import { annotateWith } from './pass.ts';
import type { Annotations, TagInput, TagRule } from './rule.ts';
import { readYears, type YearOptions } from './years/index.ts';
import type { YearReading } from './years/reading.ts';
import { years } from './years/years.ts';

export type { Annotations } from './rule.ts';
export type { YearOptions } from './years/index.ts';
export type { YearReading } from './years/reading.ts';
export { type Timex3, timex3 } from './years/timex.ts';

/** The rules of the stage, in order; each gives one layer of spans over the page's text. */
export const tagRules: readonly TagRule[] = [
  languages, // letters -> languages, by script, then franc
  acronyms, // name pairs of the document -> organisations and acronyms, every mention
  terms, // brackets -> Thai terms with their English
  laws, // head word and year -> laws; มาตรา 5 -> their sections
  persons, // titles and ranks -> persons
  namedEntities, // tokens -> persons, organisations, places, quantities, by a conditional random field
  places, // gazetteer and prefixes -> provinces, districts, subdistricts, countries
  years, // numbers and words around them -> years and dates, with era and EDTF
];

/**
 * Annotates the pages of a document: languages, entities, years and terms. What is learnt over the
 * whole document (acronyms, the habit of eras) is learnt in a first pass; pages wait in a
 * {@link PageStore} meanwhile. A rule that fails becomes a diagnostic of its page.
 */
export function tag(flow: Flow<SegmentedPage>): Flow<TaggedPage> {
  return withPages(flow, taggedPages(flow.pages));
}

/**
 * Languages, entities, years and terms of a plain string, seen as a document of one page.
 *
 * @example
 * tagText('องค์การแรงงานระหว่างประเทศ (ILO)').entities.map((entity) => entity.id);
 * // ['organisation:ilo', 'organisation:ilo']
 */
export function tagText(text: string, tokens: readonly string[] = []): Annotations {
  const knowledge = new Knowledge();
  const page: TagInput = { text, tokens, blocks: [] };
  learnFrom(page, knowledge);
  return annotateWith(tagRules, page, knowledge).annotations;
}

/**
 * The years and dates of a plain string, also those without a value (`ม.ป.ป.`, `พ.ศ. ....`, `วานนี้`).
 *
 * @example
 * tagYears('พ.ศ. ๒๕๕๑').map((year) => year.edtf); // ['2008']
 */
export function tagYears(text: string, options: YearOptions = {}): YearReading[] {
  return readYears(text, options);
}

async function* taggedPages(pages: AsyncIterable<SegmentedPage>): AsyncGenerator<TaggedPage> {
  const knowledge = new Knowledge();
  const store = new PageStore<SegmentedPage>();
  try {
    for await (const page of pages) {
      learnFrom(page, knowledge);
      await store.append(page);
    }
    for await (const page of store) yield taggedPage(page, knowledge);
  } finally {
    await store.close();
  }
}

function learnFrom(page: TagInput, knowledge: Knowledge): void {
  for (const rule of tagRules) {
    try {
      rule.learn?.(page, knowledge);
    } catch {
      // The same rule fails again in the second pass and is reported there, on its page.
    }
  }
}

function taggedPage(page: SegmentedPage, knowledge: Knowledge): TaggedPage {
  const { annotations, failures } = annotateWith(tagRules, page, knowledge);
  const diagnostics: Diagnostic[] = [...page.diagnostics, ...failures];
  return { ...page, ...annotations, diagnostics };
}
