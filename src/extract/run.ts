import type { RawGlyphs } from './raw-glyphs.ts';

/**
 * Glyphs drawn one after the other on one baseline. Their drawing order is their reading order: marks
 * keep the place that the writer gave them, and are never sorted by position.
 */
export interface Run {
  /** Indices into the raw glyphs, `[first, end)`. */
  readonly first: number;
  end: number;
  /** Direction of writing in whole degrees, clockwise; 0 is left to right. */
  readonly direction: number;
  /** Extent along the baseline, in points along the direction. */
  from: number;
  to: number;
  /** Where the baseline lies across the direction, growing downwards on an upright page. */
  readonly baseline: number;
  readonly size: number;
  /** Nothing but combining marks: belongs on letters drawn elsewhere. */
  marksOnly: boolean;
}

/** The glyphs of a run in drawing order, as indices into the raw glyphs. */
export function glyphsOfRun({ first, end }: Run): number[] {
  return Array.from({ length: end - first }, (_, i) => first + i);
}

/** Places of the glyphs along and across the direction of their writing. */
export interface Frames {
  readonly along: Float64Array;
  readonly across: Float64Array;
}

/** Projects each glyph onto its own baseline direction. */
export function frameGlyphs(glyphs: RawGlyphs): Frames {
  const along = new Float64Array(glyphs.count);
  const across = new Float64Array(glyphs.count);
  for (let i = 0; i < glyphs.count; i++) {
    const style = glyphs.styles[glyphs.style[i] ?? 0];
    if (!style) continue;
    const x = glyphs.x[i] ?? 0;
    const y = glyphs.y[i] ?? 0;
    along[i] = x * style.alongX + y * style.alongY;
    across[i] = -(x * style.upX + y * style.upY);
  }
  return { along, across };
}

/** Whether a character sits on another one: Thai and Lao vowel signs and tones, and combining marks. */
export function isCombining(unicode: string): boolean {
  const code = unicode.charCodeAt(0);
  if (code < 0x300) return false;
  if (code >= 0xe31 && code <= 0xe4e) {
    return code === 0xe31 || (code >= 0xe34 && code <= 0xe3a) || code >= 0xe47;
  }
  return code < 0x370 || (code >= 0xf701 && code <= 0xf71a && code !== 0xf70f);
}

/** How far from the last glyph's end, in ems, a glyph may start and still belong to the same run. */
const reach = { back: 0.5, ahead: 1 };
/** The same for a mark, which may be drawn back over its letter and above or below the baseline. */
const markReach = { back: 1.5, ahead: 0.6, rise: 1 };
const baselineTolerance = 0.12;

/** Cuts the drawing order into runs. */
export function findRuns(glyphs: RawGlyphs, frames: Frames): Run[] {
  const runs: Run[] = [];
  let run: Run | null = null;
  for (let i = 0; i < glyphs.count; i++) {
    const style = glyphs.styles[glyphs.style[i] ?? 0];
    if (!style) continue;
    const from = frames.along[i] ?? 0;
    const to = from + (glyphs.advance[i] ?? 0);
    const mark = isCombining(glyphs.glyph[i]?.unicode ?? '') && (glyphs.advance[i] ?? 0) < 0.1 * style.size;
    const direction = degrees(style.alongX, style.alongY);
    const baseline = frames.across[i] ?? 0;
    if (run && run.direction === direction && follows(run, { from, baseline, size: style.size, mark })) {
      run.end = i + 1;
      if (to > run.to) run.to = to;
      run.marksOnly &&= mark;
    } else {
      run = { first: i, end: i + 1, direction, from, to, baseline, size: style.size, marksOnly: mark };
      runs.push(run);
    }
  }
  return runs;
}

interface Next {
  readonly from: number;
  readonly baseline: number;
  readonly size: number;
  readonly mark: boolean;
}

function follows(run: Run, next: Next): boolean {
  const size = Math.max(run.size, next.size);
  const gap = (next.from - run.to) / size;
  const rise = Math.abs(next.baseline - run.baseline) / size;
  if (next.mark) return rise < markReach.rise && gap > -markReach.back && gap < markReach.ahead;
  // A letter after stray marks starts a run of its own: the marks belong elsewhere.
  if (run.marksOnly) return false;
  return rise < baselineTolerance && gap > -reach.back && gap < reach.ahead;
}

function degrees(x: number, y: number): number {
  const angle = Math.round((Math.atan2(y, x) * 180) / Math.PI);
  return angle < 0 ? angle + 360 : angle;
}
