import type { Evidence } from './evidence.ts';

/**
 * One change to a text: `text.slice(start, end)` becomes `after`. Offsets are UTF-16 units of the
 * text that the edit was made for. Who made it, on what evidence, and how sure it is travel with it.
 */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly after: string;
  /** The rule that made the edit; rules that touched the same place are joined by `+`, first to last. */
  readonly rule: string;
  readonly evidence: readonly Evidence[];
  /** 0 to 1: the measured or stated precision of the rule on evidence of this kind. */
  readonly confidence: number;
}

/** Edits of one text: sorted by `start`, never overlapping, at most one insertion at a place. */
export type Edits = readonly Edit[];

/** Which side a position keeps to when text is inserted or replaced around it: -1 before, 1 after. */
export type Side = -1 | 1;

/**
 * The text after the edits.
 *
 * @throws RangeError when the edits overlap, are unsorted, or reach outside the text.
 * @example
 * applyEdits('ท าหน้าที่', [{ start: 1, end: 3, after: 'ำ', rule: 'sara-am', evidence: [], confidence: 1 }]);
 * // 'ทำหน้าที่'
 */
export function applyEdits(text: string, edits: Edits): string {
  let out = '';
  let at = 0;
  for (const edit of edits) {
    if (edit.start < at || edit.end < edit.start || edit.end > text.length) {
      throw new RangeError(
        `edit [${edit.start}, ${edit.end}) by ${edit.rule}: expected sorted edits within [${at}, ${text.length}]`,
      );
    }
    out += text.slice(at, edit.start) + edit.after;
    at = edit.end;
  }
  return out + text.slice(at);
}

/**
 * The edits that lead back: `applyEdits(applyEdits(text, edits), invertEdits(text, edits)) === text`.
 */
export function invertEdits(text: string, edits: Edits): Edit[] {
  let shift = 0;
  return edits.map((edit) => {
    const start = edit.start + shift;
    shift += edit.after.length - (edit.end - edit.start);
    return { ...edit, start, end: start + edit.after.length, after: text.slice(edit.start, edit.end) };
  });
}

/**
 * Where a position of the text lies after the edits. A position inside a replaced range goes to the
 * start (`side` -1) or the end (`side` 1) of what replaced it. For many positions of one text, make
 * a {@link PositionMap} once.
 */
export function mapPosition(edits: Edits, position: number, side: Side): number {
  let shift = 0;
  for (const edit of edits) {
    if (edit.start > position) break;
    const inserts = edit.start === edit.end;
    if (edit.end < position || (edit.end === position && !inserts)) {
      shift += edit.after.length - (edit.end - edit.start);
    } else if (inserts ? edit.start === position : edit.start < position) {
      return edit.start + shift + (side < 0 ? 0 : edit.after.length);
    } else {
      break;
    }
  }
  return position + shift;
}

/**
 * Where a position of the edited text came from: the inverse of {@link mapPosition}. A position
 * inside what an edit wrote goes to the start (`side` -1) or the end (`side` 1) of what stood there.
 */
export function mapBack(edits: Edits, position: number, side: Side): number {
  let shift = 0;
  for (const edit of edits) {
    const start = edit.start + shift;
    const end = start + edit.after.length;
    if (start > position) break;
    if (end < position || (end === position && start < end)) {
      shift += edit.after.length - (edit.end - edit.start);
    } else if (start === end ? start === position : start < position) {
      return side < 0 ? edit.start : edit.end;
    } else {
      break;
    }
  }
  return position - shift;
}

/** Maps positions through one list of edits, each in the logarithm of the number of edits. */
export interface PositionMap {
  /** As {@link mapPosition}. */
  forward(position: number, side: Side): number;
  /** As {@link mapBack}. */
  back(position: number, side: Side): number;
}

/** Indexes edits so that many positions can be mapped: built in linear time. */
export function positionMap(edits: Edits): PositionMap {
  const fromStart = new Uint32Array(edits.length);
  const toStart = new Uint32Array(edits.length);
  let shift = 0;
  for (const [index, edit] of edits.entries()) {
    fromStart[index] = edit.start;
    toStart[index] = edit.start + shift;
    shift += edit.after.length - (edit.end - edit.start);
  }
  // Only the edit before the position and those that start at it matter.
  const near = (starts: Uint32Array, position: number): [from: number, some: Edits] => {
    const from = Math.max(0, countUpTo(starts, position - 1) - 1);
    return [from, edits.slice(from, countUpTo(starts, position))];
  };
  const shiftAt = (index: number): number => (toStart[index] ?? 0) - (fromStart[index] ?? 0);
  return {
    forward(position, side) {
      const [from, some] = near(fromStart, position);
      return mapPosition(some, position, side) + shiftAt(from);
    },
    back(position, side) {
      const [from, some] = near(toStart, position);
      return mapBack(some, position - shiftAt(from), side);
    },
  };
}

/** The number of values of a sorted array that are at most `limit`. */
function countUpTo(values: Uint32Array, limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
