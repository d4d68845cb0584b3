import type { MentionPlace } from '../document/gather.ts';
import type { DocumentJson } from '../document/schema.ts';
import { diagnosticJson, pageJson } from './page-json.ts';
import type { DocumentFoot, DocumentHead, Writer } from './writer.ts';

/**
 * The document `samut-document/1` in one JSON object: a line for each of its keys, and within the
 * lists a line for each item, so that a difference between two runs is a difference of lines.
 */
export const json: Writer = {
  extension: '.json',
  head: (head) =>
    `{\n"schema":"samut-document/1",\n"offsets":"utf-16",\n` +
    `"source":${JSON.stringify(sourceJson(head))},\n` +
    `"pipeline":${JSON.stringify(head.provenance)},\n"pages":[`,
  page: (page, index) => `${index === 0 ? '\n' : ',\n'}${JSON.stringify(pageJson(page))}`,
  foot: (foot) =>
    `\n],\n"entities":${list(foot.entities.map(entityJson))},\n"terms":${list(foot.terms.map(termJson))},\n` +
    `"diagnostics":${list(foot.diagnostics.map(diagnosticJson))}\n}\n`,
};

function sourceJson({ source }: DocumentHead): DocumentJson['source'] {
  const { name, sha256, bytes, mediaType, pageCount } = source;
  const info = Object.fromEntries(Object.entries(source.info).sort(([a], [b]) => (a < b ? -1 : 1)));
  const outline = source.outline.map(({ title, level, page }) => ({ title, level, page }));
  return { name, sha256, bytes, mediaType, pageCount, info, outline };
}

function entityJson(entity: DocumentFoot['entities'][number]): DocumentJson['entities'][number] {
  const { id, type, name, aliases, mentions } = entity;
  return { id, type, name, aliases: [...aliases], mentions: mentions.map(placeJson) };
}

function termJson(term: DocumentFoot['terms'][number]): DocumentJson['terms'][number] {
  const { thai, english, abbreviation, mentions } = term;
  return { thai, english, abbreviation, mentions: mentions.map(placeJson) };
}

function placeJson([page, start, end]: MentionPlace): [number, number, number] {
  return [page, start, end];
}

/** A JSON array with a line for each item. */
function list(items: readonly object[]): string {
  return items.length === 0 ? '[]' : `[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]`;
}
