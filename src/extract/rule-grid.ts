import type { DrawnRule, PageRules } from './drawn-rules.ts';

/** A place in a grid: its first row and column, and how many of them it spans. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** What rules that cross one another enclose: the edges of rows and columns in points, and the cells. */
export interface RuleGrid {
  /** Edges of the columns, ascending: one more than there are columns. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly GridCell[];
}

/** Rules this near to each other, in points, are one (double rules too). */
const snap = 3;
/** A gap in a rule that is no gap: dots and dashes, and rules that do not quite meet. */
const gap = 4;
/** Rules end short of each other, or reach past, by this much. */
const reach = 3.5;
/** An open side is a side where rules reach further than this past the last one across. */
const openSide = 7;
/** More rules than this make a chart or a net of lines, not a table. */
const maxRules = 600;
const maxCells = 6000;
/** Share of a cell's side that must be drawn. */
const wallShare = 0.5;

/** Finds the grids that a page's rules make: rules that touch belong together, and enclose cells. */
export function findGrids(rules: PageRules): RuleGrid[] {
  const horizontal = joinRules(rules.horizontal);
  const vertical = joinRules(rules.vertical);
  if (horizontal.length + vertical.length > maxRules) return [];
  return components(horizontal, vertical).flatMap((part) => gridOf(part) ?? []);
}

/** Joins the pieces of each rule; the result is sorted by place. */
export function joinRules(rules: readonly DrawnRule[]): DrawnRule[] {
  const sorted = [...rules].sort((a, b) => a.at - b.at || a.from - b.from);
  const joined: DrawnRule[] = [];
  for (let first = 0; first < sorted.length; ) {
    let end = first;
    const place = sorted[first]?.at ?? 0;
    while (end < sorted.length && (sorted[end]?.at ?? 0) - place <= snap) end++;
    joined.push(...joinPieces(sorted.slice(first, end)));
    first = end;
  }
  return joined;
}

function joinPieces(pieces: DrawnRule[]): DrawnRule[] {
  const joined: { at: number; from: number; to: number }[] = [];
  for (const piece of pieces.sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && piece.from - last.to <= gap) last.to = Math.max(last.to, piece.to);
    else joined.push({ ...piece });
  }
  return joined.filter((rule) => rule.to - rule.from >= 2 * gap);
}

interface Part {
  readonly horizontal: DrawnRule[];
  readonly vertical: DrawnRule[];
}

/** Groups the rules that touch, directly or by others. */
function components(horizontal: readonly DrawnRule[], vertical: readonly DrawnRule[]): Part[] {
  const all = [...horizontal, ...vertical];
  const sets = new DisjointSets(all.length);
  for (const [h, across] of horizontal.entries()) {
    for (const [v, down] of vertical.entries()) {
      if (touch(across, down)) sets.join(h, horizontal.length + v);
    }
  }
  const parts = new Map<number, Part>();
  for (const [i, rule] of all.entries()) {
    const root = sets.root(i);
    const part = parts.get(root) ?? { horizontal: [], vertical: [] };
    (i < horizontal.length ? part.horizontal : part.vertical).push(rule);
    parts.set(root, part);
  }
  return [...parts.values()].filter((part) => part.vertical.length > 0 && part.horizontal.length > 0);
}

function touch(across: DrawnRule, down: DrawnRule): boolean {
  return (
    down.at >= across.from - reach &&
    down.at <= across.to + reach &&
    across.at >= down.from - reach &&
    across.at <= down.to + reach
  );
}

function gridOf({ horizontal, vertical }: Part): RuleGrid | null {
  const xs = edges(vertical, horizontal);
  const ys = edges(horizontal, vertical);
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  if (columns < 1 || rows < 1 || columns * rows < 2 || columns * rows > maxCells) return null;
  const open = {
    right: (row: number, column: number): boolean =>
      !isWalled(vertical, xs[column + 1] ?? 0, [ys[row] ?? 0, ys[row + 1] ?? 0]),
    below: (row: number, column: number): boolean =>
      !isWalled(horizontal, ys[row + 1] ?? 0, [xs[column] ?? 0, xs[column + 1] ?? 0]),
  };
  return { xs, ys, cells: mergeCells({ rows, columns, open }) };
}

/** Where rows or columns part: at the rules, and at an open side that the rules across reach to. */
function edges(rules: readonly DrawnRule[], across: readonly DrawnRule[]): number[] {
  const places: number[] = [];
  for (const { at } of rules) {
    if (at - (places.at(-1) ?? Number.NEGATIVE_INFINITY) > snap) places.push(at);
  }
  const from = Math.min(...across.map((rule) => rule.from));
  const to = Math.max(...across.map((rule) => rule.to));
  if (from < (places[0] ?? 0) - openSide) places.unshift(from);
  if (to > (places.at(-1) ?? 0) + openSide) places.push(to);
  return places;
}

function isWalled(
  rules: readonly DrawnRule[],
  place: number,
  [from, to]: readonly [number, number],
): boolean {
  let drawn = 0;
  for (const rule of rules) {
    if (Math.abs(rule.at - place) > snap) continue;
    drawn += Math.max(0, Math.min(to, rule.to) - Math.max(from, rule.from));
  }
  return drawn >= wallShare * (to - from);
}

interface Lattice {
  readonly rows: number;
  readonly columns: number;
  readonly open: Record<'right' | 'below', (row: number, column: number) => boolean>;
}

/** Joins the fields of a lattice that nothing parts; what is then no rectangle is parted into its rows. */
function mergeCells({ rows, columns, open }: Lattice): GridCell[] {
  const whole = new DisjointSets(rows * columns);
  const byRow = new DisjointSets(rows * columns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      if (column + 1 < columns && open.right(row, column)) {
        whole.join(at, at + 1);
        byRow.join(at, at + 1);
      }
      if (row + 1 < rows && open.below(row, column)) whole.join(at, at + columns);
    }
  }
  const fields = Array.from({ length: rows * columns }, (_, field) => field);
  const groups = [...Map.groupBy(fields, (field) => whole.root(field)).values()].flatMap((group) =>
    isRectangle(group, columns) ? [group] : [...Map.groupBy(group, (field) => byRow.root(field)).values()],
  );
  return groups.map((group) => cellOf(group, columns)).sort((a, b) => a.row - b.row || a.column - b.column);
}

function isRectangle(fields: readonly number[], columns: number): boolean {
  const cell = cellOf(fields, columns);
  return cell.rows * cell.columns === fields.length;
}

function cellOf(fields: readonly number[], columns: number): GridCell {
  const [rowsOf, columnsOf] = [fields.map((f) => Math.floor(f / columns)), fields.map((f) => f % columns)];
  const row = Math.min(...rowsOf);
  const column = Math.min(...columnsOf);
  return { row, column, rows: Math.max(...rowsOf) - row + 1, columns: Math.max(...columnsOf) - column + 1 };
}

/** Union-find with path halving. */
class DisjointSets {
  readonly #parent: Int32Array;

  constructor(size: number) {
    this.#parent = Int32Array.from({ length: size }, (_, i) => i);
  }

  root(of: number): number {
    const parent = this.#parent;
    let at = of;
    while ((parent[at] ?? at) !== at) {
      const up = parent[at] ?? at;
      parent[at] = parent[up] ?? up;
      at = up;
    }
    return at;
  }

  join(a: number, b: number): void {
    const [first, second] = [this.root(a), this.root(b)];
    this.#parent[Math.max(first, second)] = Math.min(first, second);
  }
}
