import { identity, type Matrix, matrixOf, multiply } from './matrix.ts';
import type { PdfFont } from './pdfjs.ts';

/** The part of the graphics state that places text (ISO 32000-2, 9.3). */
export interface TextState {
  ctm: Matrix;
  font: PdfFont | null;
  fontIndex: number;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  /** Horizontal scaling, 1 for 100 %. */
  hScale: number;
  leading: number;
  rise: number;
  renderMode: number;
}

/** The state at the start of a page. */
export function initialTextState(toDisplay: Matrix): TextState {
  return {
    ctm: toDisplay,
    font: null,
    fontIndex: 0,
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    hScale: 1,
    leading: 0,
    rise: 0,
    renderMode: 0,
  };
}

/** Deeper than any sound page saves its state; `q` beyond it is ignored, so that memory is bounded. */
const maxDepth = 1024;

/** The stack of saved states, and the text matrices that `BT` resets. */
export class TextStateStack {
  state: TextState;
  textMatrix: Matrix = identity;
  /** Where the current line starts, and where the next glyph goes, in text space. */
  lineX = 0;
  lineY = 0;
  x = 0;
  y = 0;
  readonly #saved: TextState[] = [];
  #ignored = 0;

  constructor(toDisplay: Matrix) {
    this.state = initialTextState(toDisplay);
  }

  save(): void {
    if (this.#saved.length < maxDepth) this.#saved.push({ ...this.state });
    else this.#ignored++;
  }

  restore(): void {
    if (this.#ignored > 0) this.#ignored--;
    else this.state = this.#saved.pop() ?? this.state;
  }

  transform(operand: unknown): void {
    const matrix = matrixOf(operand);
    if (matrix) this.state.ctm = multiply(this.state.ctm, matrix);
  }

  setTextMatrix(operand: unknown): void {
    this.textMatrix = matrixOf(operand) ?? this.textMatrix;
    this.lineX = this.lineY = this.x = this.y = 0;
  }

  moveText(dx: number, dy: number): void {
    this.lineX += dx;
    this.lineY += dy;
    this.x = this.lineX;
    this.y = this.lineY;
  }
}
