import type { Span } from '../document/span.ts';

/** A division of a law, a regulation or a book, from the largest to the smallest. */
export type Division = 'part' | 'title' | 'chapter' | 'section' | 'article' | 'annex' | 'sub-annex';

/** A division that a line begins. */
export interface DivisionHead {
  readonly division: Division;
  /** Depth from 1, as long as nothing is known of the document. */
  readonly level: number;
  /** Whether nothing follows the number. */
  readonly bare: boolean;
}

const digits = '[0-9๐-๙]';
const number = `(?:${digits}{1,3}(?:/${digits}{1,2})?|[IVXL]{1,6})(?=\\s|$)`;
const annexNumber = `(?:${digits}{1,3}|[ก-ฮ]|[A-Z])(?=\\s|$)`;

const heads: readonly (readonly [division: Division, level: number, pattern: RegExp])[] = [
  [
    'article',
    0,
    new RegExp(`^(?:มาตรา|ข้อ|Article|Section)\\s*${digits}{1,4}(?:/${digits}{1,2})?(?=\\s|$)`, 'u'),
  ],
  ['chapter', 1, new RegExp(`^(?:บทที่|Chapter)\\s*${number}`, 'iu')],
  ['chapter', 2, new RegExp(`^หมวด(?:ที่)?\\s*${number}`, 'u')],
  ['section', 2, new RegExp(`^(?:ส่วน|ตอน)(?:ที่)?\\s*${number}`, 'u')],
  ['part', 1, new RegExp(`^(?:ภาค(?:ที่)?|Part)\\s*${number}`, 'iu')],
  ['title', 1, new RegExp(`^ลักษณะ\\s*${number}`, 'u')],
  ['annex', 1, new RegExp(`^(?:ภาคผนวก|ผนวก|Appendix|Annex)\\s*${annexNumber}`, 'iu')],
  ['sub-annex', 2, new RegExp(`^อนุผนวก\\s*${annexNumber}`, 'u')],
];

/** The letters that a line must begin with to be worth a look: most lines are not. */
const first = /^[มขบหสตภลผอACPSacp]/u;

/** Reads the division that a line begins; null for any other line. */
export function readDivision(line: string): DivisionHead | null {
  if (!first.test(line)) return null;
  for (const [division, level, pattern] of heads) {
    const match = pattern.exec(line);
    if (match) return { division, level, bare: line.trimEnd().length === match[0].length };
  }
  return null;
}

/** Beyond this length a line that begins with a division's name is running text. */
const maxHead = 120;
/** From the largest to the smallest, as laws nest them. */
const inLaws: readonly Division[] = ['part', 'title', 'chapter', 'section'];
/** Books and reports have chapters within sections ("ส่วนที่ 1 ... บทที่ 1"). */
const inBooks: readonly Division[] = ['part', 'section', 'title', 'chapter'];

/**
 * The levels of a document's divisions, learnt in the first pass: those that it has, one below the other;
 * articles below the smallest, annexes beside the largest.
 */
export class DivisionLevels {
  readonly #seen = new Set<Division>();
  #inBook = false;

  /** Looks at a page of the first pass. */
  learn({ text, lines }: { readonly text: string; readonly lines: readonly Span[] }): void {
    for (const { start, end } of lines) if (end - start <= maxHead) this.#learnLine(text.slice(start, end));
  }

  #learnLine(line: string): void {
    const head = readDivision(line);
    if (!head) return;
    this.#seen.add(head.division);
    if (/^(?:บทที่|Chapter)/iu.test(line)) this.#inBook = true;
  }

  /** The depth of a division, from 1. */
  levelOf(division: Division): number {
    const used = (this.#inBook ? inBooks : inLaws).filter((one) => this.#seen.has(one));
    if (division === 'annex') return 1;
    if (division === 'sub-annex') return 2;
    return division === 'article' ? used.length + 1 : Math.max(1, used.indexOf(division) + 1);
  }
}
