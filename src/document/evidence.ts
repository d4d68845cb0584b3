/** What kind of thing proves an edit, from the strongest to the weakest. */
export type EvidenceKind =
  | 'actual-text' // the PDF's own /ActualText of the span
  | 'cmap' // the embedded font's cmap or post names
  | 'glyph' // what one glyph says: code, advance, position
  | 'font' // what the font does over the whole document, counted
  | 'outline' // the glyph's shape against known shapes
  | 'code-point' // the characters themselves admit one reading only
  | 'order' // the grammar of Thai clusters admits one order only
  | 'layout' // lines, blocks and gaps of the page
  | 'lexicon' // a word list decides
  | 'context'; // the words around, or the rest of the page

/** One piece of evidence for an edit, plain data that goes into the JSON as it is. */
export interface Evidence {
  readonly kind: EvidenceKind;
  /** The character code of the glyph in its font. */
  readonly code?: number;
  /** The font's name as the PDF gives it. */
  readonly font?: string;
  /** How often the same thing was seen in the document or on the page. */
  readonly count?: number;
  /** The word that decided, or the text that was read. */
  readonly word?: string;
  /** A number that decided, such as an advance in points or an outline distance. */
  readonly score?: number;
  /** A few words for a reader. */
  readonly detail?: string;
}
