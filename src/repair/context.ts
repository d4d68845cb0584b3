import { type Edits, type PositionMap, positionMap, type Side } from '../document/edit.ts';
import { glyphAt } from '../document/glyphs.ts';
import type { Block, ExtractedPage, Line } from '../document/page.ts';
import type { Span } from '../document/span.ts';
import { type TextFacts, textFacts } from './facts.ts';
import { foldThai } from './fold.ts';
import type { ClaimedActualText, RepairContext } from './rule.ts';
import { unknownStretches } from './unknown.ts';
import { untouchedSpan, wholeSpans } from './untouched.ts';

/** How the page stands between two rules: its text, and the edits that led there. */
export interface Progress {
  readonly text: string;
  /** From the text of the page that came in to `text`. */
  readonly edits: Edits;
  /** From the claimed text to the text that came in: what a repair before this one did. */
  readonly earlier: Edits;
}

/** What a rule sees of a page after the edits so far. Everything costly is made when first asked for. */
export function contextOf(page: ExtractedPage, progress: Progress, joinLines: boolean): RepairContext {
  const { text, edits, earlier } = progress;
  const before = positionMap(earlier);
  let facts: TextFacts | undefined;
  let map: PositionMap | undefined;
  let blocks: readonly Block[] | undefined;
  let lines: readonly Line[] | undefined;
  let unknown: readonly Span[] | undefined;
  let actual: readonly ClaimedActualText[] | undefined;
  const mapped = () => {
    map ??= positionMap(edits);
    return map;
  };
  const drawnBy = (offset: number): number => {
    if (page.glyphs === null) return -1;
    const came = edits.length === 0 ? offset : mapped().back(offset, -1);
    return glyphAt(page.glyphs, earlier.length === 0 ? came : before.back(came, -1));
  };
  const actualTextOf = (): readonly ClaimedActualText[] => {
    const claimed = page.actualText ?? [];
    // A page that was repaired before has had its share of them.
    if (claimed.length === 0 || earlier.length > 0) return [];
    const spans = claimed.map((span) => ({ ...span, claimed: page.text.slice(span.start, span.end) }));
    return edits.length === 0 ? spans : wholeSpans(spans, edits, mapped());
  };
  return {
    text,
    original: page.text,
    joinLines,
    origin: page.origin,
    glyphs: page.glyphs,
    fonts: page.fonts,
    get facts() {
      facts ??= textFacts(text);
      return facts;
    },
    get unknown() {
      unknown ??= unknownStretches(text);
      return unknown;
    },
    get actualText() {
      actual ??= actualTextOf();
      return actual;
    },
    get blocks() {
      blocks ??= mapBlocks(page.blocks, mapped());
      return blocks;
    },
    get lines() {
      lines ??= mapSpans(page.lines, mapped());
      return lines;
    },
    glyphAt: drawnBy,
    isProven(offset) {
      if (provesGlyph(page, drawnBy(offset))) return true;
      actual ??= actualTextOf();
      return saysText(actual[spanAt(actual, offset)], text, offset);
    },
    placeOf(glyph) {
      if (page.glyphs === null) return null;
      const claimed = { start: page.glyphs.start[glyph] ?? 0, end: page.glyphs.end[glyph] ?? 0 };
      const came = earlier.length === 0 ? claimed : untouchedSpan(earlier, before, claimed);
      return came === null || edits.length === 0 ? came : untouchedSpan(edits, mapped(), came);
    },
    withinBlock(start, end) {
      return spanAt(this.blocks, start) === spanAt(this.blocks, end - 1);
    },
  };
}

/** Whether the font's own program or outline proves what a glyph draws. */
function provesGlyph({ glyphs, fonts }: ExtractedPage, glyph: number): boolean {
  if (glyphs === null || glyph < 0) return false;
  return fonts[glyphs.font[glyph] ?? -1]?.proven.has(glyphs.code[glyph] ?? -1) ?? false;
}

/** Whether a stretch holds an offset and its /ActualText is what stands there. */
function saysText(said: ClaimedActualText | undefined, text: string, offset: number): boolean {
  if (said === undefined || offset >= said.end) return false;
  return foldThai(said.text) === foldThai(text.slice(said.start, said.end));
}

/** Index of the last span that starts at or before an offset, or -1; spans are in the order of the text. */
function spanAt(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Blocks, with the cells of tables, in the offsets of the edited text. */
export function mapBlocks(blocks: readonly Block[], map: PositionMap): Block[] {
  return mapSpans(blocks, map).map((block) =>
    block.cells === undefined ? block : { ...block, cells: block.cells.map((row) => mapSpans(row, map)) },
  );
}

/**
 * Spans in the offsets of the edited text. What was inserted where two spans meet belongs to the
 * second; none overlaps the next that did not before.
 */
export function mapSpans<S extends Span>(spans: readonly S[], map: PositionMap): S[] {
  const starts = spans.map((span) => map.forward(span.start, -1));
  return spans.map((span, index) => {
    const start = starts[index] ?? 0;
    const side: Side = span.start === span.end ? -1 : 1;
    let end = Math.max(start, map.forward(span.end, side));
    const next = spans[index + 1];
    if (next !== undefined && next.start >= span.end)
      end = Math.min(end, Math.max(start, starts[index + 1] ?? end));
    return { ...span, start, end };
  });
}
