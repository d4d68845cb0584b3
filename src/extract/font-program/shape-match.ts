import { type GlyphShape, inkDistance } from './glyph-shape.ts';
import type { ReferenceShape } from './reference-outlines.ts';

/** A character that an outline may be, with how unlike the nearest known outline of it is. */
export interface Candidate {
  readonly code: number;
  readonly distance: number;
}

/** What unlikeness in size and in height over the baseline costs, against unlikeness of ink. */
const weights = { size: 0.25, rise: 0.3 };
/** Marks stand higher or lower as their letters ask: a difference of more than this says no more. */
const mostRise = 0.25;

/**
 * The characters that a shape may be, nearest first. `scale` is the size of the font's letters against
 * those of the reference fonts, or null where nothing of the font is known: then only proportions count.
 */
export function nearestCharacters(
  shape: GlyphShape,
  references: readonly ReferenceShape[],
  scale: number | null,
): Candidate[] {
  const best = new Map<number, number>();
  for (const reference of references) {
    const known = best.get(reference.code) ?? Number.POSITIVE_INFINITY;
    const frame = scale === null ? proportions(shape, reference) : size(shape, reference, scale);
    if (frame >= known) continue;
    const distance = frame + inkDistance(shape.ink, reference.ink);
    if (distance < known) best.set(reference.code, distance);
  }
  return [...best]
    .map(([code, distance]) => ({ code, distance }))
    .sort((a, b) => a.distance - b.distance || a.code - b.code);
}

function size(shape: GlyphShape, reference: ReferenceShape, scale: number): number {
  const height = Math.abs(Math.log(shape.height / (scale * reference.height)));
  const width = Math.abs(Math.log(shape.width / (scale * reference.width)));
  const rise = Math.abs(shape.bottom / scale - reference.bottom);
  return weights.size * (height + width) + weights.rise * Math.min(mostRise, rise);
}

function proportions(shape: GlyphShape, reference: ReferenceShape): number {
  return (
    weights.size * Math.abs(Math.log((shape.height * reference.width) / (shape.width * reference.height)))
  );
}

/** The size of known glyphs against the reference letters of the same characters: the median, or null for fewer than three. */
export function scaleOf(
  known: Iterable<{ code: number; shape: GlyphShape }>,
  references: readonly ReferenceShape[],
): number | null {
  const heights = Map.groupBy(references, ({ code }) => code);
  const ratios: number[] = [];
  for (const { code, shape } of known) {
    const reference = middle(heights.get(code)?.map(({ height }) => height) ?? []);
    if (reference > 0) ratios.push(shape.height / reference);
  }
  return ratios.length < 3 ? null : middle(ratios);
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
