import { type ClaimedText, claimText } from './claimed-text.ts';
import { findColumnTables } from './column-tables.ts';
import type { FontTable } from './font-table.ts';
import { walkPage } from './glyph-walk.ts';
import { findLines, lineOf, type RawLine } from './line.ts';
import { placeStrayMarks } from './marks.ts';
import type { PdfPage } from './pdfjs.ts';
import { orderLines } from './reading-order.ts';
import { findBands } from './rule-bands.ts';
import { findRuledTables } from './ruled-tables.ts';
import { findRuns, frameGlyphs, glyphsOfRun } from './run.ts';

/** Reads a page: glyphs, runs, tables, lines, reading order, text. */
export function readPageText(page: PdfPage, fonts: FontTable): ClaimedText {
  const { glyphs, rules } = walkPage(page, fonts);
  const frames = frameGlyphs(glyphs);
  const runs = findRuns(glyphs, frames);
  const { tables, rest, unused } = findRuledTables(runs, glyphs, rules);
  const ordered = orderLines([...findLines(rest), ...tables]);
  const lines = findColumnTables(ordered, {
    glyphs,
    frames,
    height: page.height,
    bands: findBands(unused),
  });
  const strays = runs.filter((run) => run.marksOnly);
  const { orders, homeless } = placeStrayMarks(lines.flatMap(linesOf), strays, { glyphs, frames });
  const alone = homeless.map((run) => ({ ...lineOf(run), region: -1 }));
  for (const line of alone) orders.set(line, line.runs.flatMap(glyphsOfRun));
  return claimText([...lines, ...alone], {
    glyphs,
    frames,
    orders,
    isBold: (font) => fonts.isBold(font),
  });
}

/** The lines that a line stands for: those of its table, or itself. */
function linesOf(line: RawLine): readonly RawLine[] {
  return line.table ? line.table.cells.flatMap((cell) => cell.lines) : [line];
}
