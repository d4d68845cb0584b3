/**
 * A half-open range `[start, end)` in UTF-16 code units of a text.
 *
 * @example
 * const word: Span = { start: 0, end: 3 };
 * 'ทำ ๆ'.slice(word.start, word.end); // 'ทำ '
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
