import { beginningOf } from './chunk.ts';
import { folioValue } from './folio.ts';
import type { RawLine } from './line.ts';
import type { PageTable, TableCell } from './page-table.ts';
import type { RawGlyphs } from './raw-glyphs.ts';

/** Baselines nearer than this share of an em are the same. */
const sameLine = 0.35;
/** Rows are further apart than their lines by this factor. */
const gapRatio = 1.8;
/** Fewer lines side by side may be the lines of one row. */
const minLines = 4;
/** Share of the lines that must have a number beside them. */
const minShare = 0.7;
/** What is wider, in ems, is text with a number in it. */
const maxCode = 16;

/**
 * Parts the rows of a ruled table in which one cell counts: 1, 2, 3 one below the other are entries, and
 * what stands beside each belongs to it. A cell beside them that has one line only covers all of them.
 */
export function partSubRows(table: PageTable, glyphs: RawGlyphs): PageTable {
  const rows = Array.from({ length: table.rows }, (_, row) => table.cells.filter((cell) => cell.row === row));
  const cuts = rows.map((cells) => (cells.every((cell) => cell.rows === 1) ? cutsOf(cells, glyphs) : noCuts));
  if (cuts.every(({ starts }) => starts.length < 2)) return table;
  const heights = cuts.map(({ starts }) => Math.max(1, starts.length));
  const firsts = heights.map((_, row) => heights.slice(0, row).reduce((sum, height) => sum + height, 0));
  const place = (row: number): number => firsts[row] ?? total;
  const total = heights.reduce((sum, height) => sum + height, 0);
  const cells = table.cells.flatMap((cell) => {
    const cut = cuts[cell.row] ?? noCuts;
    const row = place(cell.row);
    if (cut.starts.length < 2) return [{ ...cell, row, rows: place(cell.row + cell.rows) - row }];
    return partCell(cell, cut).map((part) => ({ ...part, row: row + part.row }));
  });
  return {
    rows: total,
    columns: table.columns,
    cells: cells.sort((a, b) => a.row - b.row || a.column - b.column),
  };
}

/** Where a row is parted: the baselines at which its parts begin, none or at least two. */
interface Cuts {
  readonly starts: readonly number[];
  /** Whether a cell of one line covers all parts. */
  readonly covers: boolean;
}

const noCuts: Cuts = { starts: [], covers: false };

function cutsOf(cells: readonly TableCell[], glyphs: RawGlyphs): Cuts {
  const entries = subRowStarts(cells, glyphs);
  if (entries.length > 1) return { starts: entries, covers: true };
  const lines = lineStarts(cells, glyphs);
  return { starts: lines.length > 1 ? lines : gapStarts(cells), covers: false };
}

/** The baselines after which room is left across a whole row, with text in two cells or more below it. */
function gapStarts(cells: readonly TableCell[]): number[] {
  const lines = cells.flatMap((cell) => cell.lines);
  const all = lines.map((line) => line.baseline).sort((a, b) => a - b);
  const size = lines[0]?.size ?? 1;
  const levels = all.filter((at, i) => i === 0 || at - (all[i - 1] ?? 0) > sameLine * size);
  const drops = levels.slice(1).map((at, i) => at - (levels[i] ?? 0));
  const leading = Math.min(...drops);
  const starts = levels.filter((_, i) => i === 0 || (drops[i - 1] ?? 0) > gapRatio * leading);
  const isRow = (start: number, i: number): boolean => {
    const end = starts[i + 1] ?? Number.POSITIVE_INFINITY;
    const within = (line: RawLine): boolean => line.baseline >= start - 1 && line.baseline < end - 1;
    return cells.filter((cell) => cell.lines.some(within)).length >= 2;
  };
  return levels.length > 2 && starts.every(isRow) ? starts : [];
}

/** The baselines at which the entries of a row begin; fewer than two where no cell counts. */
function subRowStarts(cells: readonly TableCell[], glyphs: RawGlyphs): number[] {
  for (const { lines } of cells) {
    const values = lines.map((line) => numberOf(line, glyphs));
    const counts = values.every((value, i) => value !== null && value === (values[0] ?? 0) + i);
    if (!counts || lines.length === 0) continue;
    const starts = lines.map((line) => line.baseline);
    const others = cells.filter((cell) => cell.lines.length > 1 && cell.lines !== lines);
    if (!others.every((cell) => starts.every((start) => lineAt(cell, start)))) continue;
    const isLate = others.some((cell) => followsAnother(cell, starts[0] ?? 0, glyphs));
    if (isLate) starts.unshift(Number.NEGATIVE_INFINITY);
    if (starts.length > 1) return starts;
  }
  return [];
}

/** The baselines of a row whose lines are rows themselves: every line of one cell is, or has, a number. */
function lineStarts(cells: readonly TableCell[], glyphs: RawGlyphs): number[] {
  const filled = cells.filter((cell) => cell.lines.length > 0);
  const longest = filled.reduce<readonly RawLine[]>(
    (a, { lines }) => (lines.length > a.length ? lines : a),
    [],
  );
  if (longest.length < minLines || filled.length < 2) return [];
  const isLevel = ({ lines }: TableCell): boolean =>
    lines.every((line) =>
      longest.some((other) => Math.abs(other.baseline - line.baseline) < sameLine * line.size),
    );
  const counts = ({ lines }: TableCell): boolean =>
    lines.length >= minShare * longest.length &&
    lines.every(
      (line) => /[0-9๐-๙]/u.test(beginningOf(line.runs, glyphs)) && line.to - line.from < maxCode * line.size,
    );
  const counted = filled.find(counts);
  if (!counted || !filled.every(isLevel)) return [];
  const starts = counted.lines.map((line) => line.baseline);
  const isLate = (longest[0]?.baseline ?? 0) < (starts[0] ?? 0) - sameLine * (longest[0]?.size ?? 1);
  return isLate ? [Number.NEGATIVE_INFINITY, ...starts] : starts;
}

function lineAt({ lines }: TableCell, baseline: number): RawLine | undefined {
  return lines.find((line) => Math.abs(line.baseline - baseline) < sameLine * line.size);
}

/** Whether what stands above the first number goes on from another page: a list begins anew beside it. */
function followsAnother(cell: TableCell, baseline: number, glyphs: RawGlyphs): boolean {
  const line = lineAt(cell, baseline);
  return line !== undefined && line !== cell.lines[0] && /^\s*[1๑][.)]/u.test(beginningOf(line.runs, glyphs));
}

/** The number that a line is, or null. */
function numberOf(line: RawLine, glyphs: RawGlyphs): number | null {
  const text = beginningOf(line.runs, glyphs);
  return /^\s*[0-9๐-๙]{1,4}\s*$/u.test(text) ? folioValue(text.trim()) : null;
}

/** A cell in its entries: rows count from 0 here. */
function partCell(cell: TableCell, { starts, covers }: Cuts): TableCell[] {
  if (covers && cell.lines.length < 2 && starts[0] !== Number.NEGATIVE_INFINITY) {
    return [{ ...cell, row: 0, rows: starts.length }];
  }
  return starts.map((start, row) => {
    const next = starts[row + 1] ?? Number.POSITIVE_INFINITY;
    const lines = cell.lines.filter(({ baseline, size }) => {
      const from = row === 0 ? Number.NEGATIVE_INFINITY : start - sameLine * size;
      return baseline >= from && baseline < next - sameLine * size;
    });
    return { ...cell, row, rows: 1, lines };
  });
}
