import { FontTable } from '../../src/extract/font-table.ts';
import { Operator } from '../../src/extract/operators.ts';
import type { PdfFont, PdfGlyph, PdfPage } from '../../src/extract/pdfjs.ts';

/** A page drawn for a test, operator by operator, in a font of 500 units an em unless told otherwise. */
export class Drawing {
  readonly operators: number[] = [];
  readonly operands: unknown[] = [];
  readonly fonts = new FontTable();
  readonly #glyphs = new Map<string, PdfGlyph>();
  font: PdfFont = plainFont;

  add(operator: keyof typeof Operator, ...operands: unknown[]): this {
    this.operators.push(Operator[operator]);
    this.operands.push(operands);
    return this;
  }

  /** Shows items: text a character a glyph, numbers as adjustments. */
  show(...items: (string | number | PdfGlyph)[]): this {
    const glyphs = items.flatMap((item) =>
      typeof item === 'string' ? [...item].map((character) => this.glyph(character)) : [item],
    );
    return this.add('showText', glyphs);
  }

  /** Begins a text object at a place, in points from the bottom left, with a font size. */
  at(x: number, y: number, size = 10): this {
    return this.add('beginText').add('setFont', 'F1', size).add('setTextMatrix', [1, 0, 0, 1, x, y]);
  }

  glyph(unicode: string, width = isMark(unicode) ? 0 : 500): PdfGlyph {
    const key = `${unicode} ${width}`;
    const known = this.#glyphs.get(key) ?? {
      originalCharCode: 1000 + this.#glyphs.size,
      unicode,
      width,
      vmetric: null,
      isSpace: false,
      isInFont: true,
    };
    this.#glyphs.set(key, known);
    return known;
  }

  page(width = 600, height = 800): PdfPage {
    return {
      width,
      height,
      rotation: 0,
      toDisplay: [1, 0, 0, -1, 0, height],
      operators: this.operators,
      operands: this.operands,
      font: () => this.font,
      images: 0,
    };
  }
}

export const plainFont: PdfFont = {
  name: 'Test',
  type3: false,
  vertical: false,
  bold: false,
  italic: false,
  fontMatrix: [0.001, 0, 0, 0.001, 0, 0],
  ascent: 0.8,
  descent: -0.2,
  defaultVMetrics: null,
  composite: false,
  widths: {},
};

function isMark(character: string): boolean {
  return /\p{Mn}/u.test(character);
}
