import type { RawLine } from './line.ts';
import type { GridCell } from './rule-grid.ts';

/** A cell of a table, with its lines in reading order. */
export interface TableCell extends GridCell {
  readonly lines: readonly RawLine[];
}

/** A table of a page, before its text is written out: its cells row by row. */
export interface PageTable {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly TableCell[];
}

/** A table without the rows and columns that hold no text, or null where no table is left. */
export function compactTable({ rows, columns, cells }: PageTable): PageTable | null {
  const used = cells.filter((cell) => cell.lines.length > 0);
  const rowNumber = numbering(
    rows,
    used.map((cell) => cell.row),
  );
  const columnNumber = numbering(
    columns,
    used.map((cell) => cell.column),
  );
  const compact = cells.flatMap((cell) => {
    const row = rowNumber(cell.row);
    const column = columnNumber(cell.column);
    const spanned = {
      row,
      column,
      rows: rowNumber(cell.row + cell.rows) - row,
      columns: columnNumber(cell.column + cell.columns) - column,
      lines: cell.lines,
    };
    return spanned.rows > 0 && spanned.columns > 0 ? [spanned] : [];
  });
  const size = { rows: rowNumber(rows), columns: columnNumber(columns) };
  return size.columns < 2 || used.length < 2 ? null : { ...size, cells: compact };
}

/** How many of the numbers before a place are in use. */
function numbering(count: number, used: readonly number[]): (place: number) => number {
  const before = new Uint32Array(count + 1);
  const kept = new Set(used);
  for (let i = 0; i < count; i++) before[i + 1] = (before[i] ?? 0) + (kept.has(i) ? 1 : 0);
  return (place) => before[place] ?? 0;
}
