import type { CodeFacts, FontFacts } from '../document/font.ts';
import type { Glyphs } from '../document/glyphs.ts';
import type { PdfFont } from './pdfjs.ts';

interface Counts {
  claimed: string;
  count: number;
  zeroAdvance: number;
  inSaraAm: number;
  afterThai: number;
}

const saraAa = 0x0e32;
const saraAm = 0x0e33;
/** An advance below this many points moves nothing: rounding leaves traces. */
const noAdvance = 0.01;

/**
 * Counts, over all glyphs of a document, what each font does with codes whose claimed value cannot be
 * taken at its word: white space that does not move the pen, control and private-use characters, and
 * values that the PDF does not give. Rules then decide once a font, with these counts as evidence.
 */
export class FontEvidence {
  readonly #counts: Map<number, Counts>[] = [];

  /** Looks at one page of the first pass. */
  learn(text: string, glyphs: Glyphs): void {
    const { count, start, advance } = glyphs;
    for (let i = 0; i < count; i++) {
      const code = text.charCodeAt(start[i] ?? 0);
      if (isSuspect(code, advance[i] ?? 0)) this.#count(text, glyphs, i);
    }
  }

  #count(text: string, glyphs: Glyphs, i: number): void {
    const start = glyphs.start[i] ?? 0;
    const end = glyphs.end[i] ?? 0;
    const counts = this.#countsOf(glyphs.font[i] ?? 0, glyphs.code[i] ?? 0, text.slice(start, end));
    counts.count++;
    if ((glyphs.advance[i] ?? 0) < noAdvance) counts.zeroAdvance++;
    const before = text.charCodeAt(start - 1);
    if (before < 0x0e01 || before > 0x0e4e) return;
    counts.afterThai++;
    const after = text.charCodeAt(end);
    const follows = isTone(after) ? text.charCodeAt(end + 1) : after;
    if (follows === saraAa || follows === saraAm) counts.inSaraAm++;
  }

  #countsOf(font: number, code: number, claimed: string): Counts {
    const codes = this.#counts[font] ?? new Map<number, Counts>();
    this.#counts[font] = codes;
    const known = codes.get(code);
    if (known) return known;
    const fresh: Counts = { claimed, count: 0, zeroAdvance: 0, inSaraAm: 0, afterThai: 0 };
    codes.set(code, fresh);
    return fresh;
  }

  /** What was learnt, one entry a font, in the order of the font table. */
  facts(fonts: readonly PdfFont[]): FontFacts[] {
    return fonts.map(({ name, type3, vertical, bold, italic }, i) => {
      const suspects: ReadonlyMap<number, CodeFacts> = this.#counts[i] ?? new Map();
      return { name, type3, vertical, bold, italic, suspects };
    });
  }
}

function isSuspect(code: number, advance: number): boolean {
  if (code > 0x20 && code < 0x7f) return false;
  if (code === 0x20 || code === 0xa0) return advance < noAdvance;
  return code < 0x20 || code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff) || Number.isNaN(code);
}

function isTone(code: number): boolean {
  return code >= 0x0e47 && code <= 0x0e4c;
}
