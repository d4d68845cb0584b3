import { undoRepairs } from './repairs.ts';
import type { PageJson } from './schema.ts';
import type { Span } from './span.ts';

/**
 * The laws of the document that a schema cannot say, checked on a written page: tokens joined are the
 * text, spans lie within it, what is quoted stands there, and the repairs can be undone.
 */
export function brokenLaws(page: PageJson): string[] {
  return [...tokenFaults(page), ...spanFaults(page), ...quoteFaults(page), ...repairFaults(page)];
}

function tokenFaults({ tokens, text }: PageJson): string[] {
  return tokens.join('') === text ? [] : ['the tokens joined are not the text'];
}

function* spanFaults(page: PageJson): Generator<string> {
  for (const [key, spans] of Object.entries(spansOf(page))) {
    const outside = spans.findIndex(({ start, end }) => start > end || end > page.text.length);
    if (outside >= 0) yield `${key}[${outside}] lies outside the text`;
  }
}

function spansOf(page: PageJson): Record<string, readonly Span[]> {
  const { blocks, lines, repairs, undecided, languages, entities, years } = page;
  return { blocks, lines, repairs, undecided, languages, entities, years };
}

function* quoteFaults({ text, entities, years }: PageJson): Generator<string> {
  for (const [key, quotes] of Object.entries({ entities, years })) {
    const wrong = quotes.findIndex((quote) => text.slice(quote.start, quote.end) !== quote.text);
    if (wrong >= 0) yield `${key}[${wrong}] does not quote the text`;
  }
}

function repairFaults({ text, repairs }: PageJson): string[] {
  try {
    undoRepairs(text, repairs);
    return [];
  } catch (error) {
    return [`the repairs cannot be undone: ${error instanceof Error ? error.message : String(error)}`];
  }
}
