import type { RawLine } from './line.ts';
import type { RawGlyphs } from './raw-glyphs.ts';
import type { Frames, Run } from './run.ts';
import { isBlank } from './spacing.ts';

/** A stretch of a line between wide gaps: what may be a cell. */
export interface Chunk {
  readonly runs: readonly Run[];
  /** Where its letters begin and end along the line, in points. */
  readonly from: number;
  readonly to: number;
}

/** A gap this wide, in ems, parts cells: spaces included, or with no space glyph drawn in it. */
const cellGap = { drawn: 1.6, blank: 0.9 };
/** A line narrower than this many ems with one run has no room for two cells. */
const minWidth = 3;

interface Sources {
  readonly glyphs: RawGlyphs;
  readonly frames: Frames;
}

/** Cuts a line at its wide gaps; a line without any is one chunk. */
export function chunksOf(line: RawLine, sources: Sources): Chunk[] {
  if (line.runs.length === 1 && line.to - line.from < minWidth * line.size) return [wholeLine(line)];
  const cutter = new Cutter(sources);
  for (const run of line.runs) cutter.add(run);
  const chunks = cutter.finish();
  return chunks.length === 0 ? [wholeLine(line)] : chunks;
}

function wholeLine({ runs, from, to }: RawLine): Chunk {
  return { runs, from, to };
}

class Cutter {
  readonly #sources: Sources;
  readonly #chunks: Chunk[] = [];
  #runs: Run[] = [];
  #from = Number.NaN;
  #pen = Number.NaN;
  #spaced = false;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  add(run: Run): void {
    const { glyphs, frames } = this.#sources;
    const { along } = frames;
    const { advance } = glyphs;
    let first = run.first;
    let from = run.from;
    for (let i = run.first; i < run.end; i++) {
      if (isBlank(glyphs, i)) {
        this.#spaced = true;
        continue;
      }
      const at = along[i] ?? 0;
      // The gap is blank when nothing is drawn in it; a space glyph makes it wider by itself.
      const limit = this.#spaced ? cellGap.drawn : cellGap.blank;
      this.#spaced = false;
      if (at - this.#pen > limit * run.size) {
        if (i > first) this.#runs.push({ ...run, first, end: i, from, to: this.#pen });
        this.#cut();
        first = i;
        from = at;
      }
      if (Number.isNaN(this.#from)) this.#from = at;
      const to = at + (advance[i] ?? 0);
      if (!(this.#pen >= to)) this.#pen = to;
    }
    this.#runs.push(first === run.first ? run : { ...run, first, from });
  }

  #cut(): void {
    this.#chunks.push({ runs: this.#runs, from: this.#from, to: this.#pen });
    this.#runs = [];
    this.#from = Number.NaN;
  }

  finish(): Chunk[] {
    const last = this.#chunks.at(-1);
    if (!Number.isNaN(this.#from)) this.#cut();
    else if (last) this.#chunks.splice(-1, 1, { ...last, runs: [...last.runs, ...this.#runs] });
    return this.#chunks;
  }
}

/** A gap, in ems, that parts cells when it lies where other rows have their columns part. */
const columnGap = 0.45;
/** How far, in ems, from there it may lie. */
const columnReach = 3;

/** Cuts a chunk at its widest gap near the place where columns part; whole where it has none there. */
export function cutNear(chunk: Chunk, place: number, { glyphs, frames }: Sources): Chunk[] {
  let widest = { run: -1, at: -1, gap: 0, pen: 0, from: 0 };
  let pen = Number.NaN;
  for (const [r, run] of chunk.runs.entries()) {
    for (let i = run.first; i < run.end; i++) {
      if (isBlank(glyphs, i)) continue;
      const from = frames.along[i] ?? 0;
      const gap = (from - pen) / run.size;
      const reach = columnReach * run.size;
      const isNear = pen < place + reach && from > place - reach;
      if (isNear && gap > Math.max(columnGap, widest.gap)) widest = { run: r, at: i, gap, pen, from };
      const to = from + (glyphs.advance[i] ?? 0);
      if (!(pen >= to)) pen = to;
    }
  }
  const run = chunk.runs[widest.run];
  if (!run) return [chunk];
  const before = chunk.runs.slice(0, widest.run);
  if (widest.at > run.first) before.push({ ...run, end: widest.at, to: widest.pen });
  const after = [{ ...run, first: widest.at, from: widest.from }, ...chunk.runs.slice(widest.run + 1)];
  return [
    { runs: before, from: chunk.from, to: widest.pen },
    { runs: after, from: widest.from, to: chunk.to },
  ];
}

const marker = /^(?:[•●○▪■□◦‣–—\-*✓➢§·\uf0a7-\uf0d8]|\(?[0-9๐-๙ก-ฮa-z](?:[0-9๐-๙.]{0,6}[0-9๐-๙])?[.)])$/u;

/** Whether a chunk is nothing but a bullet or the number of an item. */
export function isMarker(chunk: Chunk, glyphs: RawGlyphs): boolean {
  return marker.test(beginningOf(chunk.runs, glyphs).trim());
}

/** The first few characters that runs draw. */
export function beginningOf(runs: readonly Run[], glyphs: RawGlyphs): string {
  let text = '';
  for (const { first, end } of runs) {
    for (let i = first; i < end && text.length < 12; i++) text += glyphs.glyph[i]?.unicode ?? '';
  }
  return text;
}
