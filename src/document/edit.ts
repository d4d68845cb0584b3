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

/** Edits of one text: sorted by `start`, never overlapping. */
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
 * start (`side` -1) or the end (`side` 1) of what replaced it.
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
