import type { OutlineItem } from '../document/flow.ts';

/** The headings that a PDF's outline puts on each page: levels by page number and skeleton. */
export type OutlineHeadings = ReadonlyMap<number, ReadonlyMap<string, number>>;

/** Looks the outline up by page, so that a line that says what an entry says is known as a heading. */
export function outlineHeadings(outline: readonly OutlineItem[]): OutlineHeadings {
  const pages = new Map<number, Map<string, number>>();
  for (const { title, level, page } of outline) {
    if (page === null || skeleton(title) === '') continue;
    const headings = pages.get(page) ?? new Map<string, number>();
    headings.set(skeleton(title), level);
    pages.set(page, headings);
  }
  return pages;
}

/**
 * What broken and sound text have in common: consonants, Latin letters and digits. Thai marks and SARA AM
 * are what fonts lose, so titles are compared without them.
 */
export function skeleton(text: string): string {
  return text.replace(/[^ก-ฮA-Za-z0-9๐-๙]/gu, '');
}
