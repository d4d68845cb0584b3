import type { RawLine } from './line.ts';

/** Beyond this many lines a page is read straight down: finding columns costs lines times bins. */
const maxLines = 2000;
/** A gutter needs this many lines on both sides of it. */
const minColumnLines = 5;
/** Both sides of a gutter must be at least this wide, in ems: narrower ones are tables and lists. */
const minColumnWidth = 8;
/** Share of a side's width that a line of prose fills, and share of its lines that must. */
const proseFill = 0.6;
const proseShare = 0.5;
/** Lines of a column begin within this many points of each other, two bins at most. */
const binWidth = 4;

/**
 * Puts lines in reading order: each direction of writing on its own, upright first; within it top to
 * bottom; where a gutter parts prose over several lines, the column before it comes first, whole. The
 * rows of a table have gutters too, but do not fill them as prose does, and are read across.
 */
export function orderLines(lines: readonly RawLine[]): RawLine[] {
  const groups = Map.groupBy(lines, (line) => line.direction);
  const directions = [...groups.keys()].sort((a, b) => a - b);
  const regions = directions.flatMap((direction) => {
    const group = [...(groups.get(direction) ?? [])].sort(byBaseline);
    return group.length > maxLines ? [group] : orderColumns(group, 0);
  });
  return regions.flatMap((region, index) => region.map((line) => ({ ...line, region: index })));
}

function byBaseline(a: RawLine, b: RawLine): number {
  return a.baseline - b.baseline || a.from - b.from;
}

interface Gutter {
  readonly at: number;
  /** The lines it parts, `[first, end)`. */
  readonly first: number;
  readonly end: number;
}

/** No page has more columns than this. */
const maxDepth = 6;

/** The regions of a stretch of lines, in reading order: what is above a gutter, its columns, what is below. */
function orderColumns(lines: readonly RawLine[], depth: number): RawLine[][] {
  if (lines.length === 0) return [];
  const gutter = depth < maxDepth && lines.length >= minColumnLines ? findGutter(lines) : null;
  if (!gutter) return [[...lines]];
  const band = lines.slice(gutter.first, gutter.end);
  const before = band.flatMap((line) => side(line, (run) => run.to <= gutter.at));
  const after = band.flatMap((line) => side(line, (run) => run.to > gutter.at));
  return [
    ...orderColumns(lines.slice(0, gutter.first), depth + 1),
    ...orderColumns(before, depth + 1),
    ...orderColumns(after, depth + 1),
    ...orderColumns(lines.slice(gutter.end), depth + 1),
  ];
}

/** The part of a line whose runs a gutter leaves on one side, as a line of its own. */
function side(line: RawLine, belongs: (run: RawLine['runs'][number]) => boolean): RawLine[] {
  const runs = line.runs.filter(belongs);
  if (runs.length === 0) return [];
  if (runs.length === line.runs.length) return [line];
  const from = Math.min(...runs.map((run) => run.from));
  const to = Math.max(...runs.map((run) => run.to));
  const tallest = runs.reduce((a, b) => (b.size > a.size ? b : a));
  return [{ ...line, runs, from, to, size: tallest.size, baseline: tallest.baseline }];
}

/** The gutter that parts the most lines, if what it parts is prose on both sides. */
function findGutter(lines: readonly RawLine[]): Gutter | null {
  let best: Gutter | null = null;
  let bestLines = 0;
  for (const at of columnStarts(lines)) {
    const gutter = longestFree(lines, at);
    if (!gutter || gutter.end - gutter.first <= bestLines) continue;
    if (!partsProse(lines.slice(gutter.first, gutter.end), at)) continue;
    best = gutter;
    bestLines = gutter.end - gutter.first;
  }
  return best;
}

/** Where a column may begin: just before a place where several lines, or parts of them, begin. */
function columnStarts(lines: readonly RawLine[]): number[] {
  const counts = new Map<number, number>();
  for (const line of lines) {
    for (const run of line.runs) {
      const bin = Math.floor(run.from / binWidth);
      counts.set(bin, (counts.get(bin) ?? 0) + 1);
    }
  }
  const starts = [...counts].filter(([bin, count]) => count + (counts.get(bin + 1) ?? 0) >= minColumnLines);
  return starts.map(([bin]) => bin * binWidth - binWidth / 4).sort((a, b) => a - b);
}

/** The longest stretch of lines with no run across `at`. */
function longestFree(lines: readonly RawLine[], at: number): Gutter | null {
  let best: Gutter | null = null;
  let first = 0;
  for (let i = 0; i <= lines.length; i++) {
    const line = lines[i];
    if (line && !line.runs.some((run) => run.from < at && run.to > at)) continue;
    if (i - first > (best ? best.end - best.first : 0)) best = { at, first, end: i };
    first = i + 1;
  }
  return best;
}

function partsProse(band: readonly RawLine[], at: number): boolean {
  const before = band.flatMap((line) => side(line, (run) => run.to <= at));
  const after = band.flatMap((line) => side(line, (run) => run.to > at));
  return isProse(before) && isProse(after);
}

function isProse(lines: readonly RawLine[]): boolean {
  if (lines.length < minColumnLines) return false;
  const from = Math.min(...lines.map((line) => line.from));
  const width = Math.max(...lines.map((line) => line.to)) - from;
  const size = lines[0]?.size ?? 1;
  const full = lines.filter((line) => line.to - line.from >= proseFill * width && isUnbroken(line));
  return width >= minColumnWidth * size && full.length >= proseShare * lines.length;
}

/** Whether a line is one stretch of text: wide holes in it are the gaps between cells. */
function isUnbroken(line: RawLine): boolean {
  let end = line.from;
  for (const run of line.runs) {
    if (run.from - end > 2.5 * line.size) return false;
    end = Math.max(end, run.to);
  }
  return true;
}
