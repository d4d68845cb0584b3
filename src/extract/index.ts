import { createHash } from 'node:crypto';
import type { Flow } from '../document/flow.ts';
import type { ExtractedPage } from '../document/page.ts';
import { mediaTypeOf } from './media-type.ts';
import type { PageRanges } from './page-ranges.ts';
import { readText } from './text-source.ts';

/** A document as it comes in: its name (never a path) and its bytes. */
export interface SourceInput {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What to read of it. */
export interface ExtractOptions {
  /** Pages to read, as `[first, last]` ranges of physical numbers from 1; all when absent. */
  readonly pages?: PageRanges;
  readonly password?: string;
}

/**
 * Reads a document: PDF pages glyph by glyph, plain text by its lines. Pages are pulled one at a time;
 * a page that cannot be read comes as a page with status `failed`.
 *
 * @throws SamutError when the document as a whole cannot be read; its message says what to do.
 * @example
 * const book = await extract({ name: 'book.pdf', bytes: await readFile('book.pdf') }, {});
 * for await (const page of book.pages) console.log(page.number, page.text);
 */
export async function extract(source: SourceInput, options: ExtractOptions): Promise<Flow<ExtractedPage>> {
  const { name, bytes } = source;
  const mediaType = mediaTypeOf(name, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const facts = { name, sha256, bytes: bytes.length, mediaType };
  if (mediaType === 'text/plain') return readText(bytes, { facts, ...options });
  const { readPdf } = await import('./pdf-source.ts');
  return readPdf(bytes, { facts, ...options });
}
