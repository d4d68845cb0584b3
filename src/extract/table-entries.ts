import { beginningOf, type Chunk } from './chunk.ts';
import { readFolio } from './folio.ts';
import type { RawGlyphs } from './raw-glyphs.ts';

/** Fewer rows than this may be a table whose numbers grow by chance. */
const minEntries = 5;
const minShare = 0.8;
/** No book has more pages. */
const maxPage = 2000;

/**
 * Whether rows are the entries of a contents page: the last of each is a page number, and the numbers
 * never fall.
 */
export function areEntries(rows: readonly (readonly Chunk[])[], glyphs: RawGlyphs): boolean {
  const pages = rows.flatMap((chunks) => pageOf(chunks.at(-1), glyphs) ?? []);
  if (pages.length < minEntries || pages.length < minShare * rows.length) return false;
  const falls = pages.filter((page, i) => page < (pages[i - 1] ?? 0)).length;
  return falls <= 0.1 * pages.length && pages.every((page) => page <= maxPage);
}

/** Whether the last chunk of a line is a page number. */
export function endsInPage(chunks: readonly Chunk[], glyphs: RawGlyphs): boolean {
  return pageOf(chunks.at(-1), glyphs) !== null;
}

function pageOf(chunk: Chunk | undefined, glyphs: RawGlyphs): number | null {
  if (!chunk) return null;
  return readFolio(beginningOf(chunk.runs, glyphs))?.value ?? null;
}
