/** An affine map `[a, b, c, d, e, f]` as PDF writes it: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** The map that does `inner` first and `outer` after it. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  return [
    outer[0] * inner[0] + outer[2] * inner[1],
    outer[1] * inner[0] + outer[3] * inner[1],
    outer[0] * inner[2] + outer[2] * inner[3],
    outer[1] * inner[2] + outer[3] * inner[3],
    outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
    outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
  ];
}

/** Reads six numbers out of what a PDF gave; null for anything else. */
export function matrixOf(value: unknown): Matrix | null {
  const list = value as ArrayLike<number> | null | undefined;
  if (list?.length !== 6) return null;
  const [a, b, c, d, e, f] = Array.from(list, Number) as [number, number, number, number, number, number];
  return Number.isFinite(a + b + c + d + e + f) ? [a, b, c, d, e, f] : null;
}
