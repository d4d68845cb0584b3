import type { RawGlyphs } from './raw-glyphs.ts';
import type { Frames } from './run.ts';

/** A gap wider than the line's letter spacing by this share of an em is a word space. */
const wordSpace = 0.17;
/** Too few gaps to tell letter spacing from word spaces. */
const minGaps = 6;
/** Advances below this share of an em are those of marks: they do not move the pen. */
const markAdvance = 0.05;
/** A mark further than this share of an em from the last letter says nothing of the pen. */
const markReach = 0.4;

/**
 * Where a line has word spaces that no glyph draws: for each glyph of the line, 1 if a space stands
 * before it. The usual gap of the line is its letter spacing (spread Thai has it everywhere), and only
 * what goes beyond it parts words. Next to a space glyph nothing is added.
 */
export function findSpaces(
  order: readonly number[],
  { glyphs, frames }: { glyphs: RawGlyphs; frames: Frames },
): Uint8Array {
  const spaces = new Uint8Array(order.length);
  const gaps = measureGaps(order, { glyphs, frames });
  const usual = letterSpacing(gaps);
  for (let i = 1; i < order.length; i++) {
    if (!((gaps[i] ?? 0) - usual > wordSpace)) continue; // NaN: no gap
    if (isBlank(glyphs, order[i]) || isBlank(glyphs, order[i - 1])) continue;
    spaces[i] = 1;
  }
  return spaces;
}

/** The gap before each letter of a line, in ems; NaN before marks and at the start. */
function measureGaps(
  order: readonly number[],
  { glyphs, frames }: { glyphs: RawGlyphs; frames: Frames },
): Float64Array {
  const gaps = new Float64Array(order.length).fill(Number.NaN);
  let end = Number.NaN;
  for (let i = 0; i < order.length; i++) {
    const glyph = order[i] ?? 0;
    const size = glyphs.styles[glyphs.style[glyph] ?? 0]?.size ?? 1;
    const advance = glyphs.advance[glyph] ?? 0;
    const from = frames.along[glyph] ?? 0;
    if (advance >= markAdvance * size) {
      gaps[i] = (from - end) / size;
      end = from + advance;
    } else if (from > end && from - end < markReach * size) {
      // With letter spacing the pen moves after a mark too, and the next gap is counted from there.
      end = from;
    }
  }
  return gaps;
}

/** Whether a glyph is white space that moves the pen. (One that does not is a mark in disguise.) */
export function isBlank(glyphs: RawGlyphs, glyph: number | undefined): boolean {
  if (glyph === undefined || !isWhiteSpace(glyphs.glyph[glyph]?.unicode)) return false;
  const size = glyphs.styles[glyphs.style[glyph] ?? 0]?.size ?? 1;
  return (glyphs.advance[glyph] ?? 0) >= markAdvance * size;
}

function isWhiteSpace(unicode: string | undefined): boolean {
  return unicode === ' ' || unicode === '\u00a0' || unicode === '\t' || unicode === '\u3000';
}

function letterSpacing(gaps: Float64Array): number {
  const known = gaps.filter((gap) => gap > -0.5).sort();
  return known.length < minGaps ? 0 : Math.max(0, known[known.length >> 1] ?? 0);
}
