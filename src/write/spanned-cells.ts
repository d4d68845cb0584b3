import type { Span } from '../document/span.ts';

/** A cell where it begins, with how many rows and columns it covers. */
export interface SpannedCell extends Span {
  readonly rows: number;
  readonly columns: number;
}

/**
 * The cells of a table where they begin; null at the places that one above or to the left covers. In the
 * document a cell that covers several places stands in each of them as the same span.
 */
export function spannedCells(cells: readonly (readonly Span[])[]): (SpannedCell | null)[][] {
  return cells.map((row, r) =>
    row.map((cell, c) => {
      if (isSame(cell, row[c - 1]) || isSame(cell, cells[r - 1]?.[c])) return null;
      const columns = countWhile((step) => isSame(cell, row[c + step]));
      const rows = countWhile((step) => isSame(cell, cells[r + step]?.[c]));
      return { ...cell, rows, columns };
    }),
  );
}

function isSame(a: Span, b: Span | undefined): boolean {
  return b !== undefined && a.end > a.start && a.start === b.start && a.end === b.end;
}

function countWhile(holds: (step: number) => boolean): number {
  let count = 1;
  while (holds(count)) count++;
  return count;
}
