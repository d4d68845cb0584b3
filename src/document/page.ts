import type { Box } from './box.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Evidence } from './evidence.ts';
import type { FontFacts } from './font.ts';
import type { Glyphs } from './glyphs.ts';
import type { Span } from './span.ts';

/** What a block of a page is. */
export type BlockKind =
  | 'title'
  | 'heading'
  | 'paragraph'
  | 'list-item'
  | 'table'
  | 'caption'
  | 'footnote'
  | 'page-header'
  | 'page-footer'
  | 'folio';

/** A block in reading order: a span of the page's text that is one thing to a reader. */
export interface Block extends Span {
  readonly kind: BlockKind;
  readonly box: Box | null;
  /** Depth of a heading, from 1. */
  readonly level?: number;
  /** The cells of a table, row by row, as spans of the page's text. */
  readonly cells?: readonly (readonly Span[])[];
}

/** A line as it stands on the page. */
export interface Line extends Span {
  readonly box: Box | null;
}

/** Where the characters of a page come from. */
export type Origin = 'text-layer' | 'ocr' | 'text';

/** The verdict on a page's text. */
export type Status = 'clean' | 'repaired' | 'suspect' | 'unreadable' | 'empty' | 'failed';

/** A page as extracted: what the source claims, in reading order, with the glyphs behind it. */
export interface ExtractedPage {
  /** Physical page number, from 1. */
  readonly number: number;
  /** The PDF's page label, or null. */
  readonly label: string | null;
  /** The page number printed on the page, or null. */
  readonly folio: string | null;
  /** Size as displayed, in points; 0 for text sources. */
  readonly width: number;
  readonly height: number;
  /** Clockwise, 0, 90, 180 or 270. */
  readonly rotation: number;
  readonly origin: Origin;
  readonly status: Status;
  /** The claimed text; `\n` ends each line but the last. */
  readonly text: string;
  readonly lines: readonly Line[];
  readonly blocks: readonly Block[];
  /** Null where the source has no glyphs (plain text, a failed page). */
  readonly glyphs: Glyphs | null;
  /** The fonts of the whole document, by the index that {@link Glyphs.font} holds. */
  readonly fonts: readonly FontFacts[];
  /** What the PDF itself says that stretches of the claimed text read, in order; absent where it says nothing. */
  readonly actualText?: readonly ActualText[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A stretch of the claimed text with its /ActualText (ISO 32000-2, 14.9.4). */
export interface ActualText extends Span {
  readonly text: string;
}

/** A change that was made, in the offsets of the repaired text. */
export interface Repair extends Span {
  readonly rule: string;
  readonly before: string;
  readonly after: string;
  readonly evidence: readonly Evidence[];
  readonly confidence: number;
}

/** A place where a rule saw a fault and could not decide. */
export interface Undecided extends Span {
  readonly rule: string;
  readonly candidates: readonly string[];
  readonly reason: string;
}

/** A page after repair: `text`, `lines` and `blocks` are those of the repaired text. */
export interface RepairedPage extends ExtractedPage {
  /** What the source claimed, before any edit. */
  readonly claimed: string;
  readonly repairs: readonly Repair[];
  readonly undecided: readonly Undecided[];
}

/** A page cut into tokens: `tokens.join('') === text`. */
export interface SegmentedPage extends RepairedPage {
  readonly tokens: readonly string[];
}

/** A span in one language: an ISO 639-3 code such as `tha`, `eng`, or `und`. */
export interface LanguageSpan extends Span {
  readonly language: string;
}

/** A named thing, where it is mentioned. */
export interface Entity extends Span {
  /** `organisation`, `person`, `place`, `law`, `acronym`, ... */
  readonly type: string;
  readonly text: string;
  /** The document-wide entity that this mentions. */
  readonly id?: string;
  readonly rule: string;
  readonly confidence: number;
}

/** A calendar era: Buddhist, Common, Rattanakosin, Chula Sakarat, Hijri. */
export type Era = 'BE' | 'CE' | 'RS' | 'CS' | 'AH';

/** How the era is known. */
export type EraSource = 'explicit' | 'inherited' | 'inferred';

/** A year, a date or a span of years. */
export interface YearMention extends Span {
  readonly text: string;
  readonly kind: string;
  readonly era: Era;
  readonly eraSource: EraSource;
  /** The year as written: 2551 stays 2551. */
  readonly year: number;
  /** Gregorian, as EDTF (ISO 8601-2): `2008`, `2016-12-30`. */
  readonly edtf: string;
  readonly role?: string;
  readonly flag?: string;
}

/** A Thai name or phrase with its English counterpart, as the text pairs them. */
export interface TermMention extends Span {
  readonly thai: string;
  readonly english: string | null;
  readonly abbreviation: string | null;
}

/** A page with its annotations: the end of the pipeline. */
export interface TaggedPage extends SegmentedPage {
  readonly languages: readonly LanguageSpan[];
  readonly entities: readonly Entity[];
  readonly years: readonly YearMention[];
  /** Gathered into the document's `terms` when it is written. */
  readonly terms: readonly TermMention[];
}
