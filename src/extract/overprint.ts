import type { Drawn } from './line-order.ts';
import { isBlank } from './spacing.ts';

/** Glyphs of a line whose advances are together this much more than its extent lie over one another. */
const crowded = 1.2;
/** Copies stand at most this far, in ems, from what they copy, and this share of their own width. */
const copyReach = { ems: 0.15, widths: 0.5 };

/**
 * Names the glyphs of a line that are drawn a second time at nearly the same place, as writers do for bold type,
 * outlines and shadows: same font, same code. Marks go with their letters.
 */
export function findOverprint(order: readonly number[], drawn: Drawn): number[] {
  if (!isCrowded(order, drawn)) return [];
  const { glyphs, frames } = drawn;
  const seen = new Map<string, number[]>();
  const copies: number[] = [];
  let copying = false;
  for (const glyph of order.toSorted((a, b) => a - b)) {
    const style = glyphs.styles[glyphs.style[glyph] ?? 0];
    const advance = glyphs.advance[glyph] ?? 0;
    const size = style?.size ?? 1;
    if (advance >= 0.05 * size) {
      const key = `${style?.font}:${glyphs.glyph[glyph]?.originalCharCode}`;
      const others = seen.get(key) ?? [];
      const reach = Math.min(copyReach.ems * size, copyReach.widths * advance);
      copying = others.some(
        (other) =>
          Math.abs((frames.along[other] ?? 0) - (frames.along[glyph] ?? 0)) <= reach &&
          Math.abs((frames.across[other] ?? 0) - (frames.across[glyph] ?? 0)) <= copyReach.ems * size,
      );
      if (!copying) seen.set(key, [...others, glyph]);
    }
    if (copying) copies.push(glyph);
  }
  return copies;
}

function isCrowded(order: readonly number[], { glyphs, frames }: Drawn): boolean {
  let sum = 0;
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const glyph of order) {
    if (isBlank(glyphs, glyph)) continue;
    const advance = glyphs.advance[glyph] ?? 0;
    const at = frames.along[glyph] ?? 0;
    sum += advance;
    if (at < from) from = at;
    if (at + advance > to) to = at + advance;
  }
  return sum > crowded * (to - from);
}
