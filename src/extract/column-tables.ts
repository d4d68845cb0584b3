import { bandTable } from './band-tables.ts';
import { type Chunk, chunksOf, isMarker } from './chunk.ts';
import type { RawLine } from './line.ts';
import type { RawGlyphs } from './raw-glyphs.ts';
import type { RuleBand } from './rule-bands.ts';
import type { Frames } from './run.ts';
import { groupRows, lineOf, type Row, type Taken, tableOf } from './table-columns.ts';
import { areEntries, endsInPage } from './table-entries.ts';

/** Rows of a table are at most this many line heights apart. */
const maxRowGap = 3.5;
/** A line begins where a cell does when it begins within this many ems of it. */
const aligned = 0.6;
/** No table without rules stands in this share of the page's height at its edges: furniture does. */
const edge = 0.085;

interface Ground {
  readonly glyphs: RawGlyphs;
  readonly frames: Frames;
  readonly height: number;
  /** Stretches between rules that have no rules down: they say where a table begins and ends. */
  readonly bands: readonly RuleBand[];
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
    const { end, lines: put } = bandTable(rows, first, ground) ?? columnTable(rows, first, ground);
    found.push(...put);
    first = end;
  }
  return found.some((line) => line.entry) ? markEntries(found, rows, ground.glyphs) : found;
}

/** On a contents page, lines that stand alone are entries too when they end in a page number. */
function markEntries(lines: readonly RawLine[], rows: readonly Row[], glyphs: RawGlyphs): RawLine[] {
  const alone = new Map(rows.map((row) => [row.line, row.chunks]));
  return lines.map((line) => {
    const chunks = alone.get(line) ?? [];
    return chunks.length >= 2 && endsInPage(chunks, glyphs) ? { ...line, entry: true } : line;
  });
}

/** The table without any rules that begins at `first`, or the line there alone. */
function columnTable(rows: readonly Row[], first: number, ground: Ground): Taken {
  const end = extentOf(rows, first, ground.height);
  const members = rows.slice(first, Math.max(end, first + 1));
  const lines = members.map((row) => row.line);
  if (members.length < 2) return { end: first + 1, lines };
  const parted = members.filter((row) => row.chunks.length >= 2);
  if (
    areEntries(
      parted.map((row) => row.chunks),
      ground.glyphs,
    )
  ) {
    return {
      end,
      lines: members.map(({ line, chunks }) => (chunks.length < 2 ? line : { ...line, entry: true })),
    };
  }
  const groups = groupRows(members, ground.glyphs);
  const table = isList(parted, ground.glyphs) ? null : tableOf(members, { ...ground, groups });
  return { end, lines: table ? [lineOf(members, table)] : lines };
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

/** Bullets and numbers before text make a list, not a table of two columns. */
function isList(rows: readonly Row[], glyphs: RawGlyphs): boolean {
  const marked = rows.filter(({ chunks }) => chunks.length === 2 && chunks[0] && isMarker(chunks[0], glyphs));
  return marked.length > 0.6 * rows.length;
}
