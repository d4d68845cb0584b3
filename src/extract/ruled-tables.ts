import type { DrawnRule, PageRules } from './drawn-rules.ts';
import { findLines, type RawLine } from './line.ts';
import { compactTable, type PageTable } from './page-table.ts';
import type { RawGlyphs } from './raw-glyphs.ts';
import { findGrids, type RuleGrid } from './rule-grid.ts';
import type { Run } from './run.ts';
import { isBlank } from './spacing.ts';
import { partSubRows } from './sub-rows.ts';

/** A page's runs, parted into those of ruled tables and the others. */
export interface RuledTables {
  /** One line for each table, as wide as it and at its top, to be put in reading order with the others. */
  readonly tables: readonly RawLine[];
  readonly rest: readonly Run[];
  /** The horizontal rules that belong to no table. */
  readonly unused: readonly DrawnRule[];
}

/** Share of a table's runs that may be cut by its rules: beyond it the rules are those of a drawing. */
const maxCuts = 0.15;
/** The middle of letters stands this many ems above the baseline. */
const middleRise = 0.3;
/** A baseline further below a grid than this, in points, is outside. */
const margin = 50;
/** Letters nearer than this share of an em were drawn as one word. */
const wordGap = 0.15;

/** Finds the ruled tables of a page and puts its runs into their cells. */
export function findRuledTables(runs: readonly Run[], glyphs: RawGlyphs, rules: PageRules): RuledTables {
  let unused = rules.horizontal;
  if (unused.length < 2 || rules.vertical.length < 1) return { tables: [], rest: runs, unused };
  const turn = mainTurn(runs);
  const grids = findGrids(turnRules(rules, turn)).filter((grid) => grid.cells.length > 1);
  const tables: RawLine[] = [];
  let rest = runs;
  // The smallest first: a table may stand in a frame.
  for (const grid of grids.sort((a, b) => area(a) - area(b))) {
    const filled = fill(grid, rest, { glyphs, turn });
    if (!filled) continue;
    tables.push(lineOf(grid, filled.table, turn));
    rest = filled.rest;
    if (turn === 0) unused = unused.filter((rule) => !isOf(rule, grid));
  }
  return { tables, rest, unused };
}

/** Whether a horizontal rule is one of a grid. */
function isOf({ at, from, to }: DrawnRule, { xs, ys }: RuleGrid): boolean {
  const isLevel = at > (ys[0] ?? 0) - 5 && at < (ys.at(-1) ?? 0) + 5;
  return isLevel && from < (xs.at(-1) ?? 0) && to > (xs[0] ?? 0);
}

function area({ xs, ys }: RuleGrid): number {
  return ((xs.at(-1) ?? 0) - (xs[0] ?? 0)) * ((ys.at(-1) ?? 0) - (ys[0] ?? 0));
}

/** The direction, of the four along the axes, in which most of a page is written. */
function mainTurn(runs: readonly Run[]): number {
  const glyphs = new Map<number, number>([[0, 0]]);
  for (const { direction, first, end } of runs) {
    if (direction % 90 === 0) glyphs.set(direction, (glyphs.get(direction) ?? 0) + end - first);
  }
  return [...glyphs].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
}

/** The rules as they lie when the page is turned so that its text is upright. */
function turnRules({ horizontal, vertical }: PageRules, turn: number): PageRules {
  const flip = ({ at, from, to }: DrawnRule): DrawnRule => ({ at: -at, from: -to, to: -from });
  const ends = (rules: readonly DrawnRule[]): DrawnRule[] =>
    rules.map(({ at, from, to }) => ({ at, from: -to, to: -from }));
  const places = (rules: readonly DrawnRule[]): DrawnRule[] =>
    rules.map(({ at, from, to }) => ({ at: -at, from, to }));
  if (turn === 90) return { horizontal: places(vertical), vertical: ends(horizontal) };
  if (turn === 180) return { horizontal: horizontal.map(flip), vertical: vertical.map(flip) };
  if (turn === 270) return { horizontal: ends(vertical), vertical: places(horizontal) };
  return { horizontal, vertical };
}

interface Ground {
  readonly glyphs: RawGlyphs;
  readonly turn: number;
}

function fill(
  grid: RuleGrid,
  runs: readonly Run[],
  ground: Ground,
): { table: PageTable; rest: Run[] } | null {
  const locate = locator(grid);
  const byCell = new Map<number, Run[]>();
  const rest: Run[] = [];
  let inside = 0;
  let cuts = 0;
  for (const run of runs) {
    if (isOutside(run, grid, ground.turn) || isBlankRun(run, ground.glyphs)) {
      rest.push(run);
      continue;
    }
    const parts = cutRun(run, locate, ground);
    if (parts.some((part) => part.cell >= 0)) inside++;
    if (parts.some((part) => part.torn)) cuts++;
    for (const { cell, run: part } of parts) {
      if (cell < 0) rest.push(part);
      else byCell.set(cell, [...(byCell.get(cell) ?? []), part]);
    }
  }
  if (inside < 2 || cuts > maxCuts * inside) return null;
  const cells = grid.cells.map((cell, i) => ({ ...cell, lines: findLines(byCell.get(i) ?? []) }));
  const size = { rows: grid.ys.length - 1, columns: grid.xs.length - 1 };
  const table = compactTable(partSubRows({ ...size, cells }, ground.glyphs));
  return table && isTable(table) ? { table, rest } : null;
}

/** Whether a run lies clear of a grid; one that is written in another direction may not. */
function isOutside({ direction, baseline, from, to }: Run, { xs, ys }: RuleGrid, turn: number): boolean {
  if (direction !== turn) return false;
  const [left, right] = [xs[0] ?? 0, xs.at(-1) ?? 0];
  return to < left || from > right || baseline < (ys[0] ?? 0) || baseline > (ys.at(-1) ?? 0) + margin;
}

/** Nothing but spaces: layout, which no cell needs. */
function isBlankRun({ first, end }: Run, glyphs: RawGlyphs): boolean {
  for (let i = first; i < end; i++) if (!isBlank(glyphs, i)) return false;
  return true;
}

/** A single row is a table only when its cells are short: what stands in boxes side by side is text. */
function isTable({ rows, cells }: PageTable): boolean {
  return rows > 1 || cells.every((cell) => cell.lines.length <= 3);
}

type Locate = (x: number, y: number) => number;

/** Finds the cell at a place: an index into the cells of the grid, or -1. */
function locator({ xs, ys, cells }: RuleGrid): Locate {
  const columns = xs.length - 1;
  const fields = new Int32Array((ys.length - 1) * columns).fill(-1);
  for (const [i, cell] of cells.entries()) {
    for (let row = cell.row; row < cell.row + cell.rows; row++) {
      fields.fill(i, row * columns + cell.column, row * columns + cell.column + cell.columns);
    }
  }
  return (x, y) => {
    const column = bracket(xs, x);
    const row = bracket(ys, y);
    return column < 0 || row < 0 ? -1 : (fields[row * columns + column] ?? -1);
  };
}

/** The number of the interval that holds a place, or -1 outside of all. */
function bracket(edges: readonly number[], place: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle] ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low === edges.length ? -1 : low - 1;
}

interface RunPart {
  readonly cell: number;
  readonly run: Run;
  /** Whether the cut before it parts letters of one word. */
  readonly torn: boolean;
}

/** Cuts a run where it goes from one cell into another. A mark stays with the glyph before it. */
function cutRun(run: Run, locate: Locate, ground: Ground): RunPart[] {
  const { glyphs } = ground;
  const parts: RunPart[] = [];
  let cell = cellOfGlyph(run.first, locate, ground);
  // Cells are rectangles: a run that begins and ends in one lies in it.
  if (cellOfGlyph(run.end - 1, locate, ground) === cell) return [{ cell, torn: false, run }];
  let first = run.first;
  let from = run.from;
  let torn = false;
  let pen = run.from;
  for (let i = run.first; i < run.end; i++) {
    const style = glyphs.styles[glyphs.style[i] ?? 0];
    if (!style) continue;
    const advance = glyphs.advance[i] ?? 0;
    const along = (glyphs.x[i] ?? 0) * style.alongX + (glyphs.y[i] ?? 0) * style.alongY;
    const here = advance < 0.05 * style.size ? cell : cellOfGlyph(i, locate, ground);
    if (here !== cell) {
      parts.push({ cell, torn, run: { ...run, first, end: i, from, to: pen } });
      torn = along - pen < wordGap * style.size && !isBlank(glyphs, i) && !isBlank(glyphs, i - 1);
      [cell, first, from] = [here, i, along];
    }
    pen = along + advance;
  }
  parts.push({ cell, torn, run: first === run.first ? run : { ...run, first, from } });
  return parts;
}

/** The cell that the middle of a glyph stands in, as the page is turned. */
function cellOfGlyph(i: number, locate: Locate, { glyphs, turn }: Ground): number {
  const style = glyphs.styles[glyphs.style[i] ?? 0];
  if (!style) return -1;
  const half = 0.5 * (glyphs.advance[i] ?? 0);
  const rise = middleRise * style.size;
  const x = (glyphs.x[i] ?? 0) + half * style.alongX + rise * style.upX;
  const y = (glyphs.y[i] ?? 0) + half * style.alongY + rise * style.upY;
  if (turn === 90) return locate(y, -x);
  if (turn === 180) return locate(-x, -y);
  return turn === 270 ? locate(-y, x) : locate(x, y);
}

/** The line that stands for a table in reading order. */
function lineOf({ xs, ys }: RuleGrid, table: PageTable, direction: number): RawLine {
  const baseline = ys[0] ?? 0;
  const [from, to] = [xs[0] ?? 0, xs.at(-1) ?? 0];
  const size = table.cells.flatMap((cell) => cell.lines)[0]?.size ?? 1;
  const run = { first: 0, end: 0, direction, from, to, baseline, size, marksOnly: false };
  return { runs: [run], direction, baseline, size, from, to, region: 0, table };
}
