import type { TextLine } from './claimed-text.ts';
import type { FurnitureRole } from './page-furniture.ts';

/** Rows of a table are at most this many line heights apart. */
const maxRowGap = 3.5;

/**
 * Finds the lines that are rows of tables: two or more lines in a row, each parted into cells by wide
 * gaps, with as many cells (or nearly). Gives the number of the table by line index.
 */
export function findTables(
  lines: readonly TextLine[],
  roles: ReadonlyMap<number, FurnitureRole>,
): Map<number, number> {
  const tables = new Map<number, number>();
  let table = 0;
  for (let first = 0; first < lines.length; ) {
    let end = first;
    while (isRow(lines[end]) && !roles.has(end) && (end === first || matches(lines[end - 1], lines[end])))
      end++;
    if (end - first >= 2) {
      table++;
      for (let i = first; i < end; i++) tables.set(i, table);
    }
    first = Math.max(end, first + 1);
  }
  return tables;
}

function isRow(line: TextLine | undefined): boolean {
  return line !== undefined && line.cells.length >= 2;
}

function matches(above: TextLine | undefined, line: TextLine | undefined): boolean {
  if (!above || !line) return false;
  const drop = line.baseline - above.baseline;
  if (drop <= 0 || drop > maxRowGap * line.size) return false;
  return Math.abs(above.cells.length - line.cells.length) <= 1;
}
