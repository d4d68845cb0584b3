import type { Matrix } from './matrix.ts';

/** A straight rule along one axis of the page as displayed, in points. */
export interface DrawnRule {
  /** Where it lies: y of a horizontal rule, x of a vertical one. */
  readonly at: number;
  /** Its extent along itself. */
  readonly from: number;
  readonly to: number;
}

/** The rules of a page. */
export interface PageRules {
  readonly horizontal: readonly DrawnRule[];
  readonly vertical: readonly DrawnRule[];
}

/** Beyond this many paths, or numbers in them, a page is a drawing, not a text with tables. */
const maxPaths = 5000;
const maxNumbers = 400_000;
/** A filled shape no thicker than this, in points, is a rule. */
const maxThickness = 3;
/** Shorter than this, in points, a shape is a dot. */
const minLength = 2.5;
/** `OPS.endPath` of pdf.js: a path that is not painted, but clips. */
const endPath = 28;
const strokes: ReadonlySet<number> = new Set([20, 21, 24, 25, 26, 27]);

/** Numbers that follow each kind of segment in pdf.js's path buffers: move, line, curve, quadratic, close. */
const operandCounts = [2, 2, 6, 4, 0];
const isClose = 4;

/**
 * Collects the straight rules of a page from its path operators: lines along an axis that are stroked,
 * and rectangles thin enough to be lines. Pages of drawings, with more paths than any ruled text has,
 * give none.
 */
export class DrawnRules {
  readonly #horizontal: DrawnRule[] = [];
  readonly #vertical: DrawnRule[] = [];
  #paths = 0;
  #numbers = 0;

  /** Looks at the operands of one `constructPath`: the paint, and a buffer of segments. */
  add([paint, buffers]: readonly unknown[], ctm: Matrix): void {
    const buffer = Array.isArray(buffers) ? (buffers as readonly unknown[])[0] : null;
    if (paint === endPath || !(buffer instanceof Float32Array) || this.#isDrawing) return;
    this.#paths++;
    this.#numbers += buffer.length;
    const stroked = strokes.has(Number(paint));
    for (let at = 0; at < buffer.length; ) at = this.#subpath({ buffer, at, stroked, ctm });
  }

  /** The rules found; none on a page of drawings. */
  get rules(): PageRules {
    if (this.#isDrawing) return { horizontal: [], vertical: [] };
    return { horizontal: this.#horizontal, vertical: this.#vertical };
  }

  get #isDrawing(): boolean {
    return this.#paths > maxPaths || this.#numbers > maxNumbers;
  }

  /** Reads one subpath; returns where the next begins. */
  #subpath({ buffer, at: first, stroked, ctm }: Subpath): number {
    const extent = new Extent();
    let at = first;
    while (at < buffer.length) {
      const kind = buffer[at] ?? isClose;
      if (kind === 0 && at > first) break;
      const count = operandCounts[kind] ?? 0;
      at += 1 + count;
      const { lastX, lastY } = extent;
      if (kind === isClose) extent.close();
      else extent.add(buffer[at - 2] ?? 0, buffer[at - 1] ?? 0, ctm);
      if (count > 2) extent.isCurved = true;
      if (stroked && kind !== 0 && count <= 2) this.#line(lastX, lastY, extent);
    }
    if (!stroked && !extent.isCurved) this.#box(extent.x0, extent.y0, { x: extent.x1, y: extent.y1 });
    return at;
  }

  /** Takes a stroked line if it lies along an axis. */
  #line(x0: number, y0: number, { lastX: x, lastY: y }: Extent): void {
    if (Math.abs(y - y0) < 0.5) this.#box(Math.min(x0, x), y, { x: Math.max(x0, x), y });
    else if (Math.abs(x - x0) < 0.5) this.#box(x, Math.min(y0, y), { x, y: Math.max(y0, y) });
  }

  #box(x0: number, y0: number, { x: x1, y: y1 }: { x: number; y: number }): void {
    const width = x1 - x0;
    const height = y1 - y0;
    if (height <= maxThickness && width >= minLength && width > height) {
      this.#horizontal.push({ at: (y0 + y1) / 2, from: x0, to: x1 });
    } else if (width <= maxThickness && height >= minLength) {
      this.#vertical.push({ at: (x0 + x1) / 2, from: y0, to: y1 });
    }
  }
}

/** How far a subpath reaches on the page as displayed, and where its pen is. */
class Extent {
  x0 = Number.POSITIVE_INFINITY;
  y0 = Number.POSITIVE_INFINITY;
  x1 = Number.NEGATIVE_INFINITY;
  y1 = Number.NEGATIVE_INFINITY;
  lastX = Number.NaN;
  lastY = Number.NaN;
  isCurved = false;
  #startX = Number.NaN;
  #startY = Number.NaN;

  add(px: number, py: number, ctm: Matrix): void {
    const x = ctm[0] * px + ctm[2] * py + ctm[4];
    const y = ctm[1] * px + ctm[3] * py + ctm[5];
    if (Number.isNaN(this.#startX)) [this.#startX, this.#startY] = [x, y];
    [this.lastX, this.lastY] = [x, y];
    if (x < this.x0) this.x0 = x;
    if (x > this.x1) this.x1 = x;
    if (y < this.y0) this.y0 = y;
    if (y > this.y1) this.y1 = y;
  }

  close(): void {
    [this.lastX, this.lastY] = [this.#startX, this.#startY];
  }
}

interface Subpath {
  readonly buffer: Float32Array;
  readonly at: number;
  readonly stroked: boolean;
  readonly ctm: Matrix;
}
