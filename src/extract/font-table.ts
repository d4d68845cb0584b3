import type { PdfFont } from './pdfjs.ts';

const boldName = /bold|black|heavy|demi(?!-?light)/iu;

/** The fonts of a document in the order they are first used, so that a glyph holds a small number. */
export class FontTable {
  readonly fonts: PdfFont[] = [];
  /** The physical page that each font was first seen on. */
  readonly pages: number[] = [];
  /** The page that is being read. */
  page = 0;
  readonly #bold: boolean[] = [];
  readonly #indices = new Map<string, number>();

  /** The index of a font by pdf.js's id for it, which is one for each font of the document. */
  index(id: string, font: PdfFont): number {
    let index = this.#indices.get(id);
    if (index === undefined) {
      index = this.fonts.length;
      this.fonts.push(font);
      this.pages.push(this.page);
      this.#indices.set(id, index);
    }
    return index;
  }

  /** Whether a font is bold: few writers set the flag, but most name it so. */
  isBold(index: number): boolean {
    let bold = this.#bold[index];
    if (bold === undefined) {
      const font = this.fonts[index];
      bold = font !== undefined && (font.bold || boldName.test(font.name));
      this.#bold[index] = bold;
    }
    return bold;
  }
}
