import type { Contour } from './font-program.ts';

/** The grid that a shape is drawn on, whatever its size. */
export const gridSize = 12;
/** Lines that each row of the grid is scanned with. */
const linesPerRow = 4;
/** Steps of ink from none to full, as stored. */
export const inkLevels = 15;

/** What an outline looks like, apart from where it stands. Lengths are in ems. */
export interface GlyphShape {
  /** Equal for outlines that are one another's translation, point for point. */
  readonly hash: number;
  readonly width: number;
  readonly height: number;
  /** The lowest point, above the baseline. */
  readonly bottom: number;
  /** Ink of the cells of the grid laid over the bounding box, row by row from the top, 0 to {@link inkLevels}. */
  readonly ink: Uint8Array;
}

/** The shape of an outline; null for one without ink. */
export function shapeOf(contours: readonly Contour[], unitsPerEm: number): GlyphShape | null {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const contour of contours) {
    for (let i = 0; i + 1 < contour.length; i += 2) {
      const x = contour[i] ?? 0;
      const y = contour[i + 1] ?? 0;
      if (x < x0) x0 = x;
      if (x > x1) x1 = x;
      if (y < y0) y0 = y;
      if (y > y1) y1 = y;
    }
  }
  const width = x1 - x0;
  const height = y1 - y0;
  if (!(width > 0 && height > 0)) return null;
  let ink: Uint8Array | undefined;
  return {
    hash: hashOf(contours, { x0, y0, scale: 1000 / unitsPerEm }),
    width: width / unitsPerEm,
    height: height / unitsPerEm,
    bottom: y0 / unitsPerEm,
    get ink() {
      ink ??= rasterize(contours, { x0, y1, width, height });
      return ink;
    },
  };
}

/** FNV-1a over the points in thousandths of an em, from the lower left of the bounding box. */
function hashOf(
  contours: readonly Contour[],
  { x0, y0, scale }: { x0: number; y0: number; scale: number },
): number {
  let hash = 0x811c9dc5;
  for (const contour of contours) {
    hash = Math.imul(hash ^ contour.length, 0x01000193);
    for (let i = 0; i + 1 < contour.length; i += 2) {
      hash = Math.imul(hash ^ Math.round(((contour[i] ?? 0) - x0) * scale), 0x01000193);
      hash = Math.imul(hash ^ Math.round(((contour[i + 1] ?? 0) - y0) * scale), 0x01000193);
    }
  }
  return hash >>> 0;
}

interface Frame {
  readonly x0: number;
  readonly y1: number;
  readonly width: number;
  readonly height: number;
}

/** Fills the outline by the non-zero rule, scan line by scan line. */
function rasterize(contours: readonly Contour[], frame: Frame): Uint8Array {
  const cells = new Float64Array(gridSize * gridSize);
  const lines = gridSize * linesPerRow;
  for (let line = 0; line < lines; line++) {
    const y = frame.y1 - ((line + 0.5) * frame.height) / lines;
    const row = Math.floor(line / linesPerRow) * gridSize;
    let winding = 0;
    let from = 0;
    for (const { x, turn } of crossings(contours, y)) {
      const at = ((x - frame.x0) * gridSize) / frame.width;
      if (winding !== 0) cover(cells.subarray(row, row + gridSize), from, at);
      winding += turn;
      from = at;
    }
  }
  return Uint8Array.from(cells, (ink) => Math.min(inkLevels, Math.round((ink * inkLevels) / linesPerRow)));
}

function cover(row: Float64Array, from: number, to: number): void {
  for (let cell = Math.max(0, Math.floor(from)); cell < Math.min(gridSize, to); cell++) {
    row[cell] = (row[cell] ?? 0) + Math.min(cell + 1, to) - Math.max(cell, from);
  }
}

function crossings(contours: readonly Contour[], y: number): { x: number; turn: number }[] {
  const found: { x: number; turn: number }[] = [];
  for (const contour of contours) {
    const end = contour.length;
    let px = contour[end - 2] ?? 0;
    let py = contour[end - 1] ?? 0;
    for (let i = 0; i + 1 < end; i += 2) {
      const x = contour[i] ?? 0;
      const cy = contour[i + 1] ?? 0;
      if (py <= y !== cy <= y)
        found.push({ x: px + ((y - py) * (x - px)) / (cy - py), turn: cy > py ? 1 : -1 });
      px = x;
      py = cy;
    }
  }
  return found.sort((a, b) => a.x - b.x);
}

/** How unlike two grids are: 0 for equal, 1 where no ink of one meets ink of the other. */
export function inkDistance(a: Uint8Array, b: Uint8Array): number {
  let apart = 0;
  let all = 0;
  for (let i = 0; i < a.length; i++) {
    const p = a[i] ?? 0;
    const q = b[i] ?? 0;
    apart += p > q ? p - q : q - p;
    all += p + q;
  }
  return all === 0 ? 0 : apart / all;
}
