/** A box `[x0, y0, x1, y1]` in PDF points; the origin is the top left of the page as displayed. */
export type Box = readonly [x0: number, y0: number, x1: number, y1: number];

/** The smallest box that holds all the given boxes; `null` when there is none. */
export function unionBoxes(boxes: Iterable<Box>): Box | null {
  let x0 = Number.POSITIVE_INFINITY;
  let y0 = Number.POSITIVE_INFINITY;
  let x1 = Number.NEGATIVE_INFINITY;
  let y1 = Number.NEGATIVE_INFINITY;
  for (const [a, b, c, d] of boxes) {
    if (a < x0) x0 = a;
    if (b < y0) y0 = b;
    if (c > x1) x1 = c;
    if (d > y1) y1 = d;
  }
  return x0 === Number.POSITIVE_INFINITY ? null : [x0, y0, x1, y1];
}

/** A box with its numbers rounded to the stated precision of the JSON: two decimals of a point. */
export function roundBox(box: Box): Box {
  return [roundPoints(box[0]), roundPoints(box[1]), roundPoints(box[2]), roundPoints(box[3])];
}

/** A length in points, rounded to two decimals. Never `-0`, so that equal pages are equal bytes. */
export function roundPoints(points: number): number {
  return Math.round(points * 100) / 100 + 0;
}
