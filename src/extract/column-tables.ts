import { type Chunk, chunksOf, isMarker } from './chunk.ts';
import { findLines, type RawLine } from './line.ts';
import { compactTable, type PageTable, type TableCell } from './page-table.ts';
import type { RawGlyphs } from './raw-glyphs.ts';
import type { Frames } from './run.ts';

/** Rows of a table are at most this many line heights apart. */
const maxRowGap = 3.5;
/** A line begins where a cell does when it begins within this many ems of it. */
const aligned = 0.6;
/** Room between columns, in ems: in a table of two rows, and in longer ones. */
const minCorridor = { short: 1.5, long: 0.7 };
/** Share of the rows that may write across the room between two columns. */
const maxAcross = 0.2;
/** No table without rules stands in this share of the page's height at its edges: furniture does. */
const edge = 0.085;
/** Drops between lines that differ by this factor tell rows from the lines of a row. */
const rowDrop = 1.3;

interface Ground {
  readonly glyphs: RawGlyphs;
  readonly frames: Frames;
  readonly height: number;
}

/** A line with the stretches that wide gaps part. */
interface Row {
  readonly line: RawLine;
  readonly chunks: readonly Chunk[];
}

/**
 * Finds the tables that no rules show, in lines in reading order: two or more rows parted into cells by
 * wide gaps, whose columns leave room between them, and the lines that go on with the text of a cell.
 * Each becomes one line that stands for its table.
 */
export function findColumnTables(lines: readonly RawLine[], ground: Ground): RawLine[] {
  const rows = lines.map((line) => ({ line, chunks: line.table ? [] : chunksOf(line, ground) }));
  const found: RawLine[] = [];
  for (let first = 0; first < rows.length; ) {
    const end = extentOf(rows, first, ground.height);
    const members = rows.slice(first, end);
    const table = members.length > 1 ? tableOf(members, ground) : null;
    if (table) found.push(lineOf(members, table));
    else found.push(...members.map((row) => row.line), ...rows.slice(end, first + 1).map((row) => row.line));
    first = Math.max(end, first + 1);
  }
  return found;
}

/** How far a table that may begin at `first` reaches; `first` where none does. */
function extentOf(rows: readonly Row[], first: number, height: number): number {
  let row = rows[first];
  if (!row || row.chunks.length < 2 || isAtEdge(row.line, height)) return first;
  let count = 1;
  let end = first + 1;
  for (; end < rows.length; end++) {
    const next = rows[end];
    const above = rows[end - 1];
    if (!next || !above || next.line.table || !isNear(above.line, next.line)) break;
    if (isAtEdge(next.line, height)) break;
    if (next.chunks.length >= 2 && isRowLike(next, row)) {
      row = next;
      count++;
    } else if (!goesOn(next, row)) break;
  }
  return count >= 2 ? end : first;
}

function isAtEdge({ baseline, direction }: RawLine, height: number): boolean {
  return direction === 0 && (baseline < edge * height || baseline > (1 - edge) * height);
}

function isNear(above: RawLine, line: RawLine): boolean {
  const drop = line.baseline - above.baseline;
  return (
    line.region === above.region &&
    line.direction === above.direction &&
    drop > 0 &&
    drop <= maxRowGap * line.size
  );
}

/** Whether a line has nearly as many cells as a row, and half of them stand in its columns. */
function isRowLike({ line, chunks }: Row, row: Row): boolean {
  if (Math.abs(row.chunks.length - chunks.length) > 1) return false;
  const near = aligned * line.size;
  const standing = chunks.filter((chunk) => row.chunks.some((other) => isAligned(chunk, other, near)));
  return standing.length >= chunks.length / 2;
}

/** Columns are set left, right or centred. */
function isAligned(chunk: Chunk, other: Chunk, near: number): boolean {
  return (
    Math.abs(chunk.from - other.from) < near ||
    Math.abs(chunk.to - other.to) < near ||
    Math.abs(chunk.from + chunk.to - other.from - other.to) < 2 * near
  );
}

/** Whether a line goes on with the text of a cell of a row above it: it begins where the cell does. */
function goesOn({ line, chunks }: Row, row: Row): boolean {
  const from = chunks[0]?.from ?? 0;
  const cell = row.chunks.findIndex((other) => Math.abs(other.from - from) < aligned * line.size);
  // In the first column a line of prose may begin too: it must leave the other columns free.
  return cell > 0 || (cell === 0 && line.to < (row.chunks[1]?.from ?? 0));
}

function tableOf(rows: readonly Row[], { glyphs }: Ground): PageTable | null {
  const parted = rows.filter((row) => row.chunks.length >= 2);
  const edges = columnEdges(parted);
  if (edges.length === 0 || isList(parted, glyphs)) return null;
  const groups = groupRows(rows);
  const cells = groups.flatMap((group, row) => cellsOf(group, { row, edges }));
  return compactTable({ rows: groups.length, columns: edges.length + 1, cells });
}

/** Bullets and numbers before text make a list, not a table of two columns. */
function isList(rows: readonly Row[], glyphs: RawGlyphs): boolean {
  const marked = rows.filter(({ chunks }) => chunks.length === 2 && chunks[0] && isMarker(chunks[0], glyphs));
  return marked.length > 0.6 * rows.length;
}

/** Where columns part: the middles of the stretches that (nearly) no row writes into. */
function columnEdges(rows: readonly Row[]): number[] {
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
    if (wasFree && depth > limit && at - free >= room) edges.push((free + at) / 2);
  }
  return edges;
}

/**
 * The lines of each row. Where some lines follow closer than others the close ones go on with their row;
 * else a line parted into cells begins a row, and any other goes on.
 */
function groupRows(rows: readonly Row[]): Row[][] {
  const drops = rows.slice(1).map((row, i) => row.line.baseline - (rows[i]?.line.baseline ?? 0));
  const close = Math.min(...drops);
  const wide = Math.max(...drops);
  const limit = (close + wide) / 2;
  const begins = (i: number): boolean => i === 0 || (drops[i - 1] ?? 0) > limit;
  const byDrop =
    wide >= rowDrop * close && rows.filter((row, i) => begins(i) && row.chunks.length < 2).length === 0;
  const groups: Row[][] = [];
  for (const [i, row] of rows.entries()) {
    const group = groups.at(-1);
    if (!group || (byDrop ? begins(i) : row.chunks.length >= 2)) groups.push([row]);
    else group.push(row);
  }
  return groups;
}

/** The cells of one row: chunks that share columns are one. */
function cellsOf(
  group: readonly Row[],
  { row, edges }: { row: number; edges: readonly number[] },
): TableCell[] {
  const columnOf = (place: number): number => edges.filter((at) => at < place).length;
  const chunks = group.flatMap((one) => one.chunks);
  const cells: { first: number; end: number; chunks: Chunk[] }[] = [];
  const sorted = chunks.map((chunk) => ({ chunk, first: columnOf(chunk.from), end: columnOf(chunk.to) + 1 }));
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

function lineOf(rows: readonly Row[], table: PageTable): RawLine {
  const lines = rows.map((row) => row.line);
  const from = Math.min(...lines.map((line) => line.from));
  const to = Math.max(...lines.map((line) => line.to));
  const first = lines[0] ?? { direction: 0, baseline: 0, size: 1, region: 0 };
  const { direction, baseline, size, region } = first;
  return { runs: [], direction, baseline, size, from, to, region, table };
}
