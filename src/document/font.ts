import type { Evidence } from './evidence.ts';

/**
 * What is known of one font of a document: what the PDF says of it, and what the first pass over
 * all its glyphs counted. Rules decide once a font with these counts, not once a glyph.
 */
export interface FontFacts {
  /** The font's name as the PDF gives it, without the subset prefix. */
  readonly name: string;
  readonly type3: boolean;
  readonly vertical: boolean;
  readonly bold: boolean;
  readonly italic: boolean;
  /** The codes whose claimed value is suspect, with what was counted, by code. */
  readonly suspects: ReadonlyMap<number, CodeFacts>;
  /** The codes whose claimed value is wrong, with what they draw, by code. */
  readonly identities: ReadonlyMap<number, GlyphIdentity>;
  /**
   * The codes whose value (the claimed one, or that of their identity) the font's own program or outline
   * proves. What the words around say cannot overrule it.
   */
  readonly proven: ReadonlySet<number>;
}

/** What a font's program says of its codes. */
export type FontProof = Pick<FontFacts, 'identities' | 'proven'>;

/** Counts for one suspect code of a font. */
export interface CodeFacts {
  /** The Unicode value that the PDF claims for the code. */
  readonly claimed: string;
  readonly count: number;
  /** How many of them have advance 0. */
  readonly zeroAdvance: number;
  /** How many stand between a Thai consonant (or its tone mark) and SARA AA, SARA AM or a tone mark. */
  readonly inSaraAm: number;
  /** How many have a Thai letter directly before them in drawing order. */
  readonly afterThai: number;
}

/** What the glyph of a code draws, where that is not what the PDF claims. */
export interface GlyphIdentity {
  /** The Unicode value that the PDF claims for the code. */
  readonly claimed: string;
  /** The characters that the glyph draws: most often one. */
  readonly unicode: string;
  readonly evidence: readonly Evidence[];
  /** 0 to 1. */
  readonly confidence: number;
}
