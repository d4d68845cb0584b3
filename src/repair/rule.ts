import type { Evidence } from '../document/evidence.ts';
import type { FontFacts } from '../document/font.ts';
import type { Glyphs } from '../document/glyphs.ts';
import type { ActualText, Block, Line, Origin } from '../document/page.ts';
import type { Span } from '../document/span.ts';
import type { TextFacts } from './facts.ts';

/** A change that a rule asks for, in the offsets of the context's `text`. */
export interface FoundEdit extends Span {
  readonly after: string;
  readonly evidence: readonly Evidence[];
  /** 0 to 1. */
  readonly confidence: number;
}

/** A fault that a rule sees and cannot mend: what it could be, and why it stays. */
export interface FoundUndecided extends Span {
  readonly candidates: readonly string[];
  readonly reason: string;
}

/** What a rule yields. */
export type Finding = FoundEdit | FoundUndecided;

/** An /ActualText with what the glyphs of its stretch claim. */
export interface ClaimedActualText extends ActualText {
  readonly claimed: string;
}

/** What a rule looks at: the page as the rules before it left it. */
export interface RepairContext {
  /** The text as repaired so far. */
  readonly text: string;
  /** The text as the page came in. */
  readonly original: string;
  /** Blocks and lines of that text; one block and no line for a plain text. */
  readonly blocks: readonly Block[];
  readonly lines: readonly Line[];
  readonly origin: Origin;
  readonly glyphs: Glyphs | null;
  readonly fonts: readonly FontFacts[];
  /** The PDF's own /ActualText of stretches of `text`, in order. */
  readonly actualText: readonly ClaimedActualText[];
  /** Counts over the whole of `text`, made when first asked for. */
  readonly facts: TextFacts;
  /** Stretches of Thai letters that no word of the lexicon explains, found when first asked for. */
  readonly unknown: readonly Span[];
  /** Whether line ends inside a block are to be joined. */
  readonly joinLines: boolean;
  /** Index into `glyphs` of what drew the character at an offset of `text`, or -1. */
  readonly glyphAt: (offset: number) => number;
  /** Whether the glyph that drew the character at an offset is proven to draw it: words cannot overrule it. */
  readonly isProven: (offset: number) => boolean;
  /** Where the characters that a glyph claims stand in `text`; null where an edit has changed them. */
  placeOf(glyph: number): Span | null;
  /** Whether a span lies in one block, so that a rule may join over its line ends. */
  withinBlock(start: number, end: number): boolean;
}

/**
 * One class of faults of extraction, and how it is mended. A rule is pure: it looks, and yields
 * edits in any order; the frame sorts them, drops what overlaps, and applies them before the next
 * rule looks.
 */
export interface RepairRule {
  /** The field's term for it, in lower case with hyphens; it stands in the JSON. */
  readonly name: string;
  find(context: RepairContext): Iterable<Finding>;
}

/** Whether a finding is an edit. */
export function isEdit(finding: Finding): finding is FoundEdit {
  return 'after' in finding;
}
