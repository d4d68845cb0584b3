import type { TextCell, TextLine } from './claimed-text.ts';
import type { FurnitureRole } from './page-furniture.ts';

/** Rows of a table are at most this many line heights apart. */
const maxRowGap = 3.5;
/** A line begins where a cell does when it begins within this many ems of it. */
const aligned = 0.6;

/**
 * Finds the lines of tables: two or more rows, each parted into cells by wide gaps, with as many cells
 * (or nearly), and the lines between them that go on with the text of a cell. Gives the number of the
 * table by line index.
 */
export function findTables(
  lines: readonly TextLine[],
  roles: ReadonlyMap<number, FurnitureRole>,
): Map<number, number> {
  const tables = new Map<number, number>();
  let table = 0;
  for (let first = 0; first < lines.length; ) {
    const { end, rows } = extentOf(lines, first, roles);
    if (rows >= 2) {
      table++;
      for (let i = first; i < end; i++) tables.set(i, table);
    }
    first = Math.max(end, first + 1);
  }
  return tables;
}

/** How far a table that may begin at `first` reaches, and how many of its lines are rows. */
function extentOf(
  lines: readonly TextLine[],
  first: number,
  roles: ReadonlyMap<number, FurnitureRole>,
): { end: number; rows: number } {
  let row = lines[first];
  if (!row || row.cells.length < 2 || roles.has(first)) return { end: first, rows: 0 };
  let rows = 1;
  let end = first + 1;
  for (; end < lines.length && !roles.has(end); end++) {
    const line = lines[end];
    const above = lines[end - 1];
    if (!line || !above || !isNear(above, line)) break;
    if (line.cells.length >= 2 && isRowLike(line, row)) {
      row = line;
      rows++;
    } else if (!goesOn(line, row)) break;
  }
  return { end, rows };
}

/** Whether a line has nearly as many cells as a row, and half of them stand in its columns. */
function isRowLike(line: TextLine, row: TextLine): boolean {
  if (Math.abs(row.cells.length - line.cells.length) > 1) return false;
  const near = aligned * line.size;
  const standing = line.cells.filter((cell) => row.cells.some((other) => isAligned(cell, other, near)));
  return standing.length >= line.cells.length / 2;
}

/** Columns are set left, right or centred. */
function isAligned(cell: TextCell, other: TextCell, near: number): boolean {
  return (
    Math.abs(cell.from - other.from) < near ||
    Math.abs(cell.to - other.to) < near ||
    Math.abs(cell.from + cell.to - other.from - other.to) < 2 * near
  );
}

/** Whether a line goes on with the text of a cell of a row above it: it begins where the cell does. */
function goesOn(line: TextLine, row: TextLine): boolean {
  const from = line.cells[0]?.from ?? 0;
  const cell = row.cells.findIndex((other) => Math.abs(other.from - from) < aligned * line.size);
  // In the first column a line of prose may begin too: it must leave the other columns free.
  return cell > 0 || (cell === 0 && line.box[2] < (row.cells[1]?.from ?? 0));
}

function isNear(above: TextLine, line: TextLine): boolean {
  const drop = line.baseline - above.baseline;
  return drop > 0 && drop <= maxRowGap * line.size;
}
