import type { Drawn } from './line-order.ts';
import { isBlank } from './spacing.ts';

/** Glyphs of a line whose advances are together this much more than its extent lie over one another. */
const crowded = 1.2;
/** Copies stand at most this far, in ems, from what they copy, and this share of their own width. */
const copyReach = { ems: 0.15, widths: 0.5 };

/**
 * Names the glyphs of a line that are drawn a second time at nearly the same place, as writers do for bold type,
 * outlines and shadows: same font, same code. A mark is a copy when its letter is one and it stands on
 * a mark like it.
 */
export function findOverprint(order: readonly number[], drawn: Drawn): number[] {
  if (!isCrowded(order, drawn)) return [];
  const seen = new Map<string, number[]>();
  const copies: number[] = [];
  let copying = false;
  for (const glyph of order.toSorted((a, b) => a - b)) {
    const { key, reach, mark } = describe(glyph, drawn);
    const others = seen.get(key) ?? [];
    const repeated = others.some((other) => isNear(other, glyph, { reach, drawn }));
    if (!mark) copying = repeated;
    if (repeated && copying) copies.push(glyph);
    else seen.set(key, [...others, glyph]);
  }
  return copies;
}

interface Reach {
  readonly along: number;
  readonly across: number;
}

function describe(glyph: number, { glyphs }: Drawn): { key: string; reach: Reach; mark: boolean } {
  const style = glyphs.styles[glyphs.style[glyph] ?? 0];
  const advance = glyphs.advance[glyph] ?? 0;
  const across = copyReach.ems * (style?.size ?? 1);
  const mark = advance < 0.05 * (style?.size ?? 1);
  return {
    key: `${style?.font}:${glyphs.glyph[glyph]?.originalCharCode}`,
    reach: { along: mark ? across : Math.min(across, copyReach.widths * advance), across },
    mark,
  };
}

function isNear(a: number, b: number, { reach, drawn }: { reach: Reach; drawn: Drawn }): boolean {
  const { along, across } = drawn.frames;
  return (
    Math.abs((along[a] ?? 0) - (along[b] ?? 0)) <= reach.along &&
    Math.abs((across[a] ?? 0) - (across[b] ?? 0)) <= reach.across
  );
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
