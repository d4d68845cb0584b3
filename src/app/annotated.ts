import { type Flow, withPages } from '../document/flow.ts';
import type { TaggedPage } from '../document/page.ts';
import type { Span } from '../document/span.ts';
import { annotate, stages } from '../pipeline.ts';

/** How far a text is to go through the pipeline. */
export interface TextOptions {
  readonly name: string;
  readonly engine?: string;
  readonly repair: boolean;
  /** Join the lines that a page wrapped, where repair is on. */
  readonly joinLines: boolean;
  readonly segment: boolean;
  readonly tag: boolean;
}

/** The annotated pages of a source, text or PDF, as they come; a stage that is off adds nothing. */
export async function annotatedPages(
  bytes: Uint8Array,
  options: TextOptions,
): Promise<AsyncIterable<TaggedPage>> {
  const { name, engine } = options;
  const asked = engine === undefined ? {} : { engine };
  return (await annotate({ name, bytes }, asked, stagesOf(options))).pages;
}

/** A text annotated as one page; form feeds stay where they are. */
export async function annotatedText(text: string, options: TextOptions): Promise<TaggedPage> {
  let whole: TaggedPage | null = null;
  if (text === '') return emptyPage;
  for await (const page of await annotatedPages(new TextEncoder().encode(text), options)) {
    whole = whole === null ? page : joined(whole, page);
  }
  return whole ?? emptyPage;
}

function stagesOf({ repair, joinLines, segment, tag }: TextOptions): typeof stages {
  return {
    ...stages,
    repair: (flow) => stages.repair(flow, { joinLines }),
    ...(!repair && { repair: adding((page) => ({ claimed: page.text, repairs: [], undecided: [] })) }),
    ...(!segment && { segment: adding((page) => ({ tokens: [page.text] })) }),
    ...(!tag && { tag: adding(() => ({ languages: [], entities: [], years: [], terms: [] })) }),
  };
}

/** A stage that only adds what the type of the next page asks for. */
function adding<Added>(add: (page: { readonly text: string }) => Added) {
  return <Page extends { readonly text: string }>(flow: Flow<Page>): Flow<Page & Added> => {
    const pages = async function* (): AsyncGenerator<Page & Added> {
      for await (const page of flow.pages) yield { ...page, ...add(page) };
    };
    return withPages(flow, pages());
  };
}

function joined(before: TaggedPage, page: TaggedPage): TaggedPage {
  const shift = before.text.length + 1;
  const moved = <Item extends Span>(items: readonly Item[]): Item[] =>
    items.map((item) => ({ ...item, start: item.start + shift, end: item.end + shift }));
  return {
    ...before,
    text: `${before.text}\f${page.text}`,
    repairs: [...before.repairs, ...moved(page.repairs)],
    undecided: [...before.undecided, ...moved(page.undecided)],
    tokens: [...before.tokens, '\f', ...page.tokens],
    languages: [...before.languages, ...moved(page.languages)],
    entities: [...before.entities, ...moved(page.entities)],
    years: [...before.years, ...moved(page.years)],
    terms: [...before.terms, ...moved(page.terms)],
  };
}

const emptyPage: TaggedPage = {
  number: 1,
  label: null,
  folio: null,
  width: 0,
  height: 0,
  rotation: 0,
  origin: 'text',
  status: 'empty',
  text: '',
  lines: [],
  blocks: [],
  glyphs: null,
  fonts: [],
  diagnostics: [],
  claimed: '',
  repairs: [],
  undecided: [],
  tokens: [],
  languages: [],
  entities: [],
  years: [],
  terms: [],
};
