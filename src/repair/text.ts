import type { ExtractedPage, RepairedPage } from '../document/page.ts';

/** A text without a page as a page of one block and no lines, so that the same rules mend it. */
export function pageOfText(text: string): ExtractedPage {
  return {
    number: 1,
    label: null,
    folio: null,
    width: 0,
    height: 0,
    rotation: 0,
    origin: 'text',
    status: 'clean',
    text,
    lines: [],
    blocks: [{ kind: 'paragraph', start: 0, end: text.length, box: null }],
    glyphs: null,
    fonts: [],
    diagnostics: [],
  };
}

/** What {@link repairText} gives. */
export type RepairedText = Pick<RepairedPage, 'text' | 'repairs' | 'undecided'>;
