import type { RawLine } from './line.ts';
import type { RawGlyphs } from './raw-glyphs.ts';
import { type Frames, glyphsOfRun, isCombining } from './run.ts';
import { isBlank } from './spacing.ts';

/** The glyphs of a page and where they stand. */
export interface Drawn {
  readonly glyphs: RawGlyphs;
  readonly frames: Frames;
}

/** Runs that begin this far, in ems, before the end of one before them were drawn over it. */
const overlap = 0.3;
/** Letters share this much of their width at most; what shares more is drawn on another. */
const collision = 0.5;
/** Above this share of colliding letters two runs are two texts, not one in two passes. */
const mostCollisions = 0.2;
/** How far, in ems, the end of its letter is from a mark at most, and that of another letter at least. */
const markReach = { own: 0.3, other: 0.35 };
/** An advance below this share of an em is that of a mark. */
const markAdvance = 0.1;

/**
 * The reading order of a line's glyphs, as indices into the raw glyphs: the order in which they are drawn, run after
 * run. Runs that lie over one another (spaces drawn after the letters, glyphs sorted by their place) are
 * put together by place, and a mark drawn before its letter goes after it.
 */
export function orderOfLine(line: RawLine, drawn: Drawn): number[] {
  const runs = line.runs.map(glyphsOfRun);
  const order = hasOverlap(line) ? interleave(runs, drawn) : runs.flat();
  return marksAfterLetters(order, drawn);
}

function hasOverlap({ runs, size }: RawLine): boolean {
  let to = Number.NEGATIVE_INFINITY;
  for (const run of runs) {
    if (run.from < to - overlap * size) return true;
    to = Math.max(to, run.to);
  }
  return false;
}

/** A letter with the marks drawn after it. */
interface Cluster {
  readonly glyphs: number[];
  readonly from: number;
  readonly to: number;
  /** The run that draws it. */
  readonly run: number;
}

/** Puts runs together by place, unless one of them lies over another: then they are texts of their own. */
function interleave(runs: readonly number[][], drawn: Drawn): number[] {
  const clusters = runs.flatMap((run, i) => clustersOf(run, i, drawn));
  const sorted = clusters.toSorted((a, b) => a.from - b.from || (a.glyphs[0] ?? 0) - (b.glyphs[0] ?? 0));
  const sizes = new Array<number>(runs.length).fill(0);
  const collisions = new Array<number>(runs.length).fill(0);
  let last = sorted[0];
  for (const cluster of sorted) {
    sizes[cluster.run] = (sizes[cluster.run] ?? 0) + 1;
    if (last && last.run !== cluster.run && collide(last, cluster)) {
      collisions[cluster.run] = (collisions[cluster.run] ?? 0) + 1;
      collisions[last.run] = (collisions[last.run] ?? 0) + 1;
    }
    if (!last || cluster.to > last.to) last = cluster;
  }
  const apart = collisions.some((count, run) => count > mostCollisions * (sizes[run] ?? 0));
  return (apart ? clusters : sorted).flatMap(({ glyphs }) => glyphs);
}

function collide(a: Cluster, b: Cluster): boolean {
  const shared = Math.min(a.to, b.to) - Math.max(a.from, b.from);
  return shared > collision * Math.min(a.to - a.from, b.to - b.from);
}

function clustersOf(glyphs: readonly number[], run: number, drawn: Drawn): Cluster[] {
  const clusters: Cluster[] = [];
  for (const glyph of glyphs) {
    const last = clusters.at(-1);
    if (last && isMark(glyph, drawn)) {
      last.glyphs.push(glyph);
      continue;
    }
    const from = drawn.frames.along[glyph] ?? 0;
    clusters.push({ glyphs: [glyph], from, to: from + (drawn.glyphs.advance[glyph] ?? 0), run });
  }
  return clusters;
}

function isMark(glyph: number, { glyphs }: Drawn): boolean {
  const size = glyphs.styles[glyphs.style[glyph] ?? 0]?.size ?? 1;
  return (glyphs.advance[glyph] ?? 0) < markAdvance * size && isCombining(glyphs.glyph[glyph]?.unicode ?? '');
}

/** Puts marks after the next letter where they stand at its end, and not at that of the letter before. */
function marksAfterLetters(order: number[], drawn: Drawn): number[] {
  const { glyphs, frames } = drawn;
  let end = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < order.length; i++) {
    const glyph = order[i] ?? 0;
    if (!isMark(glyph, drawn)) {
      end = (frames.along[glyph] ?? 0) + (glyphs.advance[glyph] ?? 0);
      continue;
    }
    let next = i + 1;
    while (next < order.length && isMark(order[next] ?? 0, drawn)) next++;
    if (!belongsTo(glyph, { before: end, letter: order[next] }, drawn)) continue;
    order.copyWithin(i, i + 1, next + 1);
    order[next] = glyph;
    i--;
  }
  return order;
}

/** Whether a mark stands at the end of the letter after it, and not where the letter before ends. */
function belongsTo(
  mark: number,
  { before, letter }: { before: number; letter: number | undefined },
  { glyphs, frames }: Drawn,
): boolean {
  if (letter === undefined || isBlank(glyphs, letter)) return false;
  const size = glyphs.styles[glyphs.style[mark] ?? 0]?.size ?? 1;
  const at = frames.along[mark] ?? 0;
  const own = (frames.along[letter] ?? 0) + (glyphs.advance[letter] ?? 0);
  return Math.abs(at - own) <= markReach.own * size && Math.abs(at - before) >= markReach.other * size;
}
