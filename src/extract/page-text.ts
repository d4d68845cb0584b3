import { type ClaimedText, claimText } from './claimed-text.ts';
import type { FontTable } from './font-table.ts';
import { walkGlyphs } from './glyph-walk.ts';
import { findLines, type RawLine } from './line.ts';
import { placeStrayMarks } from './marks.ts';
import type { PdfPage } from './pdfjs.ts';
import { orderLines } from './reading-order.ts';
import { findRuns, frameGlyphs, type Run } from './run.ts';

/** Reads a page: glyphs, runs, lines, reading order, text. */
export function readPageText(page: PdfPage, fonts: FontTable): ClaimedText {
  const glyphs = walkGlyphs(page, fonts);
  const frames = frameGlyphs(glyphs);
  const runs = findRuns(glyphs, frames);
  const lines = orderLines(findLines(runs));
  const strays = runs.filter((run) => run.marksOnly);
  const { orders, homeless } = placeStrayMarks(lines, strays, { glyphs, frames });
  const alone = homeless.map((run) => ({ line: lineOf(run), order: drawn(run) }));
  return claimText([...lines.map((line) => ({ line, order: orders.get(line) ?? [] })), ...alone], {
    glyphs,
    frames,
    isBold: (font) => fonts.fonts[font]?.bold ?? false,
  });
}

function lineOf(run: Run): RawLine {
  const { direction, baseline, size, from, to } = run;
  return { runs: [run], direction, baseline, size, from, to, region: -1 };
}

function drawn(run: Run): number[] {
  return Array.from({ length: run.end - run.first }, (_, i) => run.first + i);
}
