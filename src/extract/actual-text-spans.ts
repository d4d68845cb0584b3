import type { ActualText } from '../document/page.ts';
import type { ClaimedText } from './claimed-text.ts';

/**
 * The stretches of the claimed text that marked content with a text covers: `texts` are those of the
 * page's marks in the order in which they begin. Of nested ones the outer counts; glyphs that do not
 * stand together in the text, or on one line, are left out. None where the numbers of marks disagree.
 */
export function actualTextSpans(
  { text, glyphs, marked }: Pick<ClaimedText, 'text' | 'glyphs' | 'marked'>,
  texts: readonly (string | null)[],
): ActualText[] {
  if (marked.length !== texts.length || glyphs.drawn === undefined) return [];
  const places = placesOf(glyphs.drawn);
  const spans: ActualText[] = [];
  let covered = 0;
  for (const [i, { first, end }] of marked.entries()) {
    const actual = texts[i];
    if (typeof actual !== 'string' || end <= first || first < covered) continue;
    covered = end;
    const range = together(places.subarray(first, end));
    if (range === null) continue;
    const from = glyphs.start[range[0]] ?? 0;
    const to = glyphs.end[range[1]] ?? 0;
    if (!/[\n\t]/.test(text.slice(from, to))) spans.push({ start: from, end: to, text: actual });
  }
  return spans.sort((a, b) => a.start - b.start);
}

/** Where each drawn glyph stands in the text, or -1. */
function placesOf(drawn: Uint32Array): Int32Array {
  let count = 0;
  for (const index of drawn) if (index >= count) count = index + 1;
  const places = new Int32Array(count).fill(-1);
  for (let i = 0; i < drawn.length; i++) places[drawn[i] ?? 0] = i;
  return places;
}

/** The first and last of places that follow one another without a gap, in any order; null for others. */
function together(places: Int32Array): readonly [number, number] | null {
  let least = Number.POSITIVE_INFINITY;
  let most = -1;
  let count = 0;
  for (const place of places) {
    if (place < 0) continue;
    least = Math.min(least, place);
    most = Math.max(most, place);
    count++;
  }
  return count > 0 && most - least + 1 === count ? [least, most] : null;
}
