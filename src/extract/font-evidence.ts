import type { CodeFacts, FontFacts, FontProof } from '../document/font.ts';
import type { Glyphs } from '../document/glyphs.ts';
import { readableFontName } from './font-name.ts';
import type { PdfFont } from './pdfjs.ts';

/** What the first pass counted for one code of a font. */
export interface CodeCounts extends CodeFacts {
  /** How many stand between two Thai letters, with nothing between. */
  readonly betweenThai: number;
}

type Counts = { -readonly [Key in keyof CodeCounts]: CodeCounts[Key] } & {
  /** Nothing about its value is odd: it is only counted. */
  readonly plain: boolean;
};

const saraAa = 0x0e32;
const saraAm = 0x0e33;
/** An advance below this many points moves nothing: rounding leaves traces. */
const noAdvance = 0.01;

/**
 * Counts, over all glyphs of a document, what each font does with its codes, and where those stand whose
 * claimed value cannot be taken at its word: white space that does not move the pen, control and
 * private-use characters, values that the PDF does not give, Latin letters inside Thai words. Rules
 * then decide once a font, with these counts as evidence.
 */
export class FontEvidence {
  readonly #fonts: Map<number, Counts>[] = [];

  /** Looks at one page of the first pass. */
  learn(text: string, glyphs: Glyphs): void {
    const { count, font, code } = glyphs;
    for (let i = 0; i < count; i++) {
      let codes = this.#fonts[font[i] ?? 0];
      if (codes === undefined) {
        codes = new Map();
        this.#fonts[font[i] ?? 0] = codes;
      }
      let counts = codes.get(code[i] ?? 0);
      if (counts === undefined) {
        counts = begin(text.slice(glyphs.start[i], glyphs.end[i]));
        codes.set(code[i] ?? 0, counts);
      }
      counts.count++;
      if (!counts.plain) addContext(counts, text, { glyphs, i });
    }
  }

  /** All codes that a font of the table was seen to draw. */
  codes(font: number): ReadonlyMap<number, CodeCounts> {
    return this.#fonts[font] ?? new Map();
  }

  /** What was learnt, one entry a font, in the order of the font table. */
  facts(fonts: readonly PdfFont[], proofs: readonly FontProof[] = []): FontFacts[] {
    return fonts.map(({ name, type3, vertical, bold, italic }, i) => ({
      name: readableFontName(name),
      type3,
      vertical,
      bold,
      italic,
      suspects: new Map([...this.codes(i)].filter(([, counts]) => isSuspect(counts))),
      identities: proofs[i]?.identities ?? new Map(),
      proven: proofs[i]?.proven ?? new Set(),
    }));
  }
}

function begin(claimed: string): Counts {
  const code = claimed.charCodeAt(0);
  const plain = claimed.length === 1 && code >= 0x0e01 && code <= 0x0e5b;
  return { claimed, plain, count: 0, zeroAdvance: 0, inSaraAm: 0, afterThai: 0, betweenThai: 0 };
}

function addContext(counts: Counts, text: string, { glyphs, i }: { glyphs: Glyphs; i: number }): void {
  if ((glyphs.advance[i] ?? 0) < noAdvance) counts.zeroAdvance++;
  if (!isThaiLetter(text.charCodeAt((glyphs.start[i] ?? 0) - 1))) return;
  counts.afterThai++;
  const end = glyphs.end[i] ?? 0;
  const after = text.charCodeAt(end);
  if (isThaiLetter(after)) counts.betweenThai++;
  const follows = isTone(after) ? text.charCodeAt(end + 1) : after;
  if (follows === saraAa || follows === saraAm) counts.inSaraAm++;
}

/** Whether a claimed value cannot be a character of a text. */
export function isSuspect({ claimed, zeroAdvance }: CodeFacts): boolean {
  const code = claimed.charCodeAt(0);
  if (code > 0x20 && code < 0x7f) return false;
  if (code === 0x20 || code === 0xa0) return zeroAdvance > 0;
  return code < 0x20 || code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff) || Number.isNaN(code);
}

function isThaiLetter(code: number): boolean {
  return code >= 0x0e01 && code <= 0x0e4e;
}

function isTone(code: number): boolean {
  return code >= 0x0e47 && code <= 0x0e4c;
}
