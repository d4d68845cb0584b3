import type { Diagnostic } from '../document/diagnostic.ts';
import type { Flow, SourceFacts } from '../document/flow.ts';
import type { ExtractedPage } from '../document/page.ts';
import { type PageRanges, selectPages } from './page-ranges.ts';
import { findTextBlocks, splitLines } from './text-blocks.ts';
import { type DecodedText, decodeText } from './text-encoding.ts';
import { readDumpHeader, type TextRole, textRoles } from './text-furniture.ts';

/** How to read a plain text. */
export interface TextOptions {
  readonly facts: Omit<SourceFacts, 'pageCount' | 'info' | 'outline'>;
  readonly pages?: PageRanges;
}

/**
 * Reads plain text: one page a file or pages parted by form feeds. A page dump's own header lines
 * ("Page 81 - name", "P. 81") give the page's number and are page furniture; a last line such as "[65]" is
 * its folio. The claimed text is the page's text as it stands in the file.
 */
export function readText(bytes: Uint8Array, options: TextOptions): Flow<ExtractedPage> {
  const { text, encoding } = decodeText(bytes) ?? { text: '', encoding: 'utf-8' };
  const parts = text.split('\f');
  // A form feed at the end closes the last page, it does not begin another.
  if (parts.length > 1 && parts.at(-1)?.trim() === '') parts.pop();
  const numbers = selectPages(options.pages, { name: options.facts.name, pageCount: parts.length });
  const source = { ...options.facts, pageCount: parts.length, info: {}, outline: [] };
  return { source, pages: pagesOf(parts, numbers), diagnostics: [...noteEncoding(encoding)] };
}

function* noteEncoding(encoding: DecodedText['encoding']): Generator<Diagnostic> {
  if (encoding === 'utf-8') return;
  yield { rule: 'encoding', severity: 'info', message: `The file is in ${encoding}, and was read as such.` };
}

async function* pagesOf(parts: readonly string[], numbers: readonly number[]): AsyncGenerator<ExtractedPage> {
  for (const number of numbers) yield readTextPage(parts[number - 1] ?? '', number);
}

/** One page of plain text; `number` is its place in the file, unless the text says otherwise. */
export function readTextPage(text: string, number: number): ExtractedPage {
  const lines = splitLines(text);
  const roles: ReadonlyMap<number, TextRole> = textRoles(text, lines);
  const dump = lines.map((line) => readDumpHeader(text.slice(line.start, line.end)));
  const stated = dump.slice(0, 2).find((header) => header !== null);
  const folio = [...roles.values()].find((role) => role.kind === 'folio')?.folio ?? null;
  return {
    number: stated?.number ?? number,
    label: null,
    folio,
    width: 0,
    height: 0,
    rotation: 0,
    origin: 'text',
    status: text.trim() === '' ? 'empty' : 'clean',
    text,
    lines: lines.map(({ start, end }) => ({ start, end, box: null })),
    blocks: findTextBlocks(text, lines, roles),
    glyphs: null,
    fonts: [],
    diagnostics: [],
  };
}
