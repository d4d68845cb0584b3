import { beginningOf, type Chunk, cutNear, isMarker } from './chunk.ts';
import { findLines, type RawLine } from './line.ts';
import { compactTable, type PageTable, type TableCell } from './page-table.ts';
import type { RawGlyphs } from './raw-glyphs.ts';
import type { Frames } from './run.ts';

/** Room between columns, in ems: in a table of two rows, and in longer ones. */
const minCorridor = { short: 1.5, long: 0.7 };
/** Share of the rows that may write across the room between two columns. */
const maxAcross = 0.2;
/** Share of its width by which a cell may reach into the next column. */
const overhang = 0.3;
/** Drops between lines that differ by this factor tell rows from the lines of a row. */
const rowDrop = 1.3;

interface Ground {
  readonly glyphs: RawGlyphs;
  readonly frames: Frames;
}

/** A line with the stretches that wide gaps part. */
export interface Row {
  readonly line: RawLine;
  readonly chunks: readonly Chunk[];
}

/** The line that stands for a table, with where the rows end that it was made of. */
export interface Taken {
  readonly end: number;
  readonly lines: readonly RawLine[];
}

/** Lays rows out as a table; null where they leave no room for two columns, or are a list. */
export function tableOf(
  rows: readonly Row[],
  { groups, glyphs, frames }: Ground & { readonly groups: readonly (readonly Row[])[] },
): PageTable | null {
  const parted = rows.filter((row) => row.chunks.length >= 2);
  const bullets = parted.every(
    ({ chunks }) => chunks.length === 2 && chunks[0] && isMarker(chunks[0], glyphs),
  );
  const edges = columnEdges(parted, rows);
  if (edges.length === 0 || parted.length < 2 || bullets) return null;
  const cells = groups.flatMap((group, row) =>
    cellsOf(
      group.map((one) => cutRow(one, edges, { glyphs, frames })),
      { row, edges },
    ),
  );
  return compactTable({ rows: groups.length, columns: edges.length + 1, cells });
}

/** A row with the chunks that write across the room between columns cut there, if they have a gap. */
function cutRow({ line, chunks }: Row, edges: readonly number[], ground: Ground): Row {
  const crosses = (chunk: Chunk, edge: number): boolean => chunk.from < edge && chunk.to > edge;
  if (!chunks.some((chunk) => edges.some((edge) => crosses(chunk, edge)))) return { line, chunks };
  let cut = chunks;
  for (const edge of edges) {
    cut = cut.flatMap((chunk) => (crosses(chunk, edge) ? cutNear(chunk, edge, ground) : [chunk]));
  }
  return { line, chunks: cut };
}

/** Where columns part: the middles of the stretches that (nearly) no row writes into. */
function columnEdges(rows: readonly Row[], all: readonly Row[]): number[] {
  const chunks = rows.flatMap((row) => row.chunks);
  const size = rows[0]?.line.size ?? 1;
  const limit = Math.floor(maxAcross * rows.length);
  const room = size * (rows.length <= 2 ? minCorridor.short : minCorridor.long);
  const steps = chunks.flatMap(({ from, to }) => [
    { at: from, step: 1 },
    { at: to, step: -1 },
  ]);
  steps.sort((a, b) => a.at - b.at || a.step - b.step);
  const edges: number[] = [];
  let depth = 0;
  let free = Number.NaN;
  for (const { at, step } of steps) {
    const wasFree = depth <= limit;
    depth += step;
    if (!wasFree && depth <= limit) free = at;
    if (wasFree && depth > limit && at - free >= room) edges.push(edgeWithin(free, at, all));
  }
  return edges.filter((_, i) => meet(rows, edges, i));
}

/** The middle of the room between columns that long lines of cells leave free. */
function edgeWithin(from: number, to: number, rows: readonly Row[]): number {
  let reach = from;
  for (const { chunks } of rows) {
    for (const chunk of chunks) if (chunk.from < from && chunk.to < to && chunk.to > reach) reach = chunk.to;
  }
  return (reach + to) / 2;
}

/** Whether some row has cells on both sides of an edge: a centred head over numbers set right has not. */
function meet(rows: readonly Row[], edges: readonly number[], i: number): boolean {
  const [before, at, after] = [edges[i - 1] ?? -Infinity, edges[i] ?? 0, edges[i + 1] ?? Infinity];
  const stands = (row: Row, from: number, to: number): boolean =>
    row.chunks.some((chunk) => (chunk.from + chunk.to) / 2 > from && (chunk.from + chunk.to) / 2 < to);
  return rows.some((row) => stands(row, before, at) && stands(row, at, after));
}

/**
 * The lines of each row. Where some lines follow closer than others the close ones go on with their row,
 * unless they end in a number; else a line parted into cells begins a row, and any other goes on.
 */
export function groupRows(rows: readonly Row[], glyphs: RawGlyphs): Row[][] {
  const drops = rows.slice(1).map((row, i) => row.line.baseline - (rows[i]?.line.baseline ?? 0));
  const close = Math.min(...drops);
  const wide = Math.max(...drops);
  const limit = (close + wide) / 2;
  const isFar = (i: number): boolean => i === 0 || (drops[i - 1] ?? 0) > limit;
  const byDrop = wide >= rowDrop * close && rows.every((row, i) => !isFar(i) || row.chunks.length >= 2);
  const groups: Row[][] = [];
  for (const [i, row] of rows.entries()) {
    const group = groups.at(-1);
    const parted = row.chunks.length >= 2;
    const begins = byDrop ? isFar(i) || (parted && endsInNumber(row, glyphs)) : parted;
    if (!group || begins) groups.push([row]);
    else group.push(row);
  }
  return groups;
}

function endsInNumber({ chunks }: Row, glyphs: RawGlyphs): boolean {
  return /^\s*[0-9๐-๙]/u.test(beginningOf(chunks.at(-1)?.runs ?? [], glyphs));
}

/** The cells of one row: chunks that share columns are one. */
function cellsOf(
  group: readonly Row[],
  { row, edges }: { row: number; edges: readonly number[] },
): TableCell[] {
  const columnOf = (place: number): number => edges.filter((at) => at < place).length;
  const chunks = group.flatMap((one) => one.chunks);
  const cells: { first: number; end: number; chunks: Chunk[] }[] = [];
  const sorted = chunks.map((chunk) => {
    const slack = overhang * (chunk.to - chunk.from);
    return { chunk, first: columnOf(chunk.from + slack), end: columnOf(chunk.to - slack) + 1 };
  });
  for (const { chunk, first, end } of sorted.sort((a, b) => a.first - b.first)) {
    const last = cells.at(-1);
    if (last && first < last.end) {
      last.end = Math.max(last.end, end);
      last.chunks.push(chunk);
    } else cells.push({ first, end, chunks: [chunk] });
  }
  const filled = cells.map((cell) => ({
    row,
    column: cell.first,
    rows: 1,
    columns: cell.end - cell.first,
    lines: findLines(cell.chunks.flatMap((chunk) => chunk.runs)),
  }));
  return [...filled, ...emptyCells(filled, { row, columns: edges.length + 1 })].sort(
    (a, b) => a.column - b.column,
  );
}

function emptyCells(
  filled: readonly TableCell[],
  { row, columns }: { row: number; columns: number },
): TableCell[] {
  const taken = (column: number): boolean =>
    filled.some((cell) => column >= cell.column && column < cell.column + cell.columns);
  return Array.from({ length: columns }, (_, column) => column)
    .filter((column) => !taken(column))
    .map((column) => ({ row, column, rows: 1, columns: 1, lines: [] }));
}

/** The line that stands for a table in reading order. */
export function lineOf(rows: readonly Row[], table: PageTable): RawLine {
  const lines = rows.map((row) => row.line);
  const from = Math.min(...lines.map((line) => line.from));
  const to = Math.max(...lines.map((line) => line.to));
  const first = lines[0] ?? { direction: 0, baseline: 0, size: 1, region: 0 };
  const { direction, baseline, size, region } = first;
  return { runs: [], direction, baseline, size, from, to, region, table };
}
