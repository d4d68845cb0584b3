import { SamutError } from '../document/error.ts';

/** Ranges of physical page numbers from 1, both ends included. */
export type PageRanges = readonly (readonly [first: number, last: number])[];

/**
 * The numbers of the pages to read, in order, each once.
 *
 * @throws SamutError `page-out-of-range` when a range asks for a page that the document lacks.
 * @example
 * selectPages([[2, 3]], { name: 'a.pdf', pageCount: 5 }); // [2, 3]
 */
export function selectPages(
  ranges: PageRanges | undefined,
  document: { name: string; pageCount: number },
): number[] {
  const { name, pageCount } = document;
  if (!ranges || ranges.length === 0) return Array.from({ length: pageCount }, (_, i) => i + 1);
  const pages = new Set<number>();
  for (const [first, last] of ranges) {
    if (first < 1 || last < first || last > pageCount) {
      const asked = first === last ? `page ${first}` : `pages ${first}-${last}`;
      throw new SamutError(
        'page-out-of-range',
        `${name} has ${pageCount === 1 ? '1 page' : `pages 1 to ${pageCount}`}; ${asked} cannot be read. Correct --pages.`,
      );
    }
    for (let page = first; page <= last; page++) pages.add(page);
  }
  return [...pages].sort((a, b) => a - b);
}
