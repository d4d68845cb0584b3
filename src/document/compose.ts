import { applyEdits, type Edit, type Edits } from './edit.ts';

/** Edits of both lists that touch the same place. `start` and `end` are of the text between the lists. */
interface Group {
  start: number;
  end: number;
  readonly first: Edit[];
  readonly second: Edit[];
}

/**
 * One list of edits that does what two lists do one after the other: `second` is made for the text
 * that `first` leaves. Edits that touch the same place are joined: their rules by `+`, their
 * evidence in order, the lesser confidence; edits that undo one another vanish. Linear.
 *
 * @throws RangeError when one of the lists does not fit its text.
 * @example
 * applyEdits(text, composeEdits(text, first, second)) === applyEdits(applyEdits(text, first), second);
 */
export function composeEdits(text: string, first: Edits, second: Edits): Edit[] {
  if (first.length === 0) return [...second];
  if (second.length === 0) return [...first];
  const between = applyEdits(text, first);
  const composed: Edit[] = [];
  let shift = 0;
  for (const group of groupEdits(first, second)) {
    const start = group.start - shift;
    for (const edit of group.first) shift += growth(edit);
    const end = group.end - shift;
    const after = rewrite(between, group);
    if (after !== text.slice(start, end)) composed.push({ start, end, after, ...provenance(group) });
  }
  return composed;
}

/** Walks both lists in the order of the text between them, and puts together what touches. */
function groupEdits(first: Edits, second: Edits): Group[] {
  const groups: Group[] = [];
  let group: Group = { start: -1, end: -1, first: [], second: [] };
  let shift = 0;
  let f = 0;
  let s = 0;
  const add = (edit: Edit, span: readonly [number, number], list: 'first' | 'second') => {
    if (group.end < 0 || !touches(group, edit, { at: span[0], list })) {
      group = { start: span[0], end: span[1], first: [], second: [] };
      groups.push(group);
    }
    group.end = Math.max(group.end, span[1]);
    group[list].push(edit);
  };
  while (f < first.length || s < second.length) {
    const written = first[f];
    const changed = second[s];
    const at = written === undefined ? Number.POSITIVE_INFINITY : written.start + shift;
    if (written === undefined || (changed !== undefined && comesBefore(changed, at))) {
      if (changed !== undefined) add(changed, [changed.start, changed.end], 'second');
      s += 1;
    } else {
      add(written, [at, at + written.after.length], 'first');
      shift += growth(written);
      f += 1;
    }
  }
  return groups;
}

/** Whether an edit of the second list goes before one of the first that wrote at `at`. */
function comesBefore(second: Edit, at: number): boolean {
  return second.start < at || (second.start === at && second.end === at);
}

/** Whether the next edit in order has to join the group: they overlap, or both would insert at one place. */
function touches(group: Group, next: Edit, place: { at: number; list: 'first' | 'second' }): boolean {
  if (place.at < group.end) return true;
  if (place.at > group.end) return false;
  const first = place.list === 'first' ? next : group.first.at(-1);
  const second = place.list === 'second' ? next : group.second.at(-1);
  if (first === undefined || second === undefined) return false;
  const inserts = second.start === second.end && second.start === place.at;
  return inserts && (first.start === first.end || first.after === '');
}

function growth(edit: Edit): number {
  return edit.after.length - (edit.end - edit.start);
}

/** What the second list makes of the group's stretch of the text between. */
function rewrite(between: string, group: Group): string {
  let out = '';
  let at = group.start;
  for (const edit of group.second) {
    out += between.slice(at, edit.start) + edit.after;
    at = edit.end;
  }
  return out + between.slice(at, group.end);
}

function provenance(group: Group): Pick<Edit, 'rule' | 'evidence' | 'confidence'> {
  const edits = [...group.first, ...group.second];
  const [only] = edits;
  if (edits.length === 1 && only !== undefined) {
    return { rule: only.rule, evidence: only.evidence, confidence: only.confidence };
  }
  const rules = new Set(edits.flatMap((edit) => edit.rule.split('+')));
  return {
    rule: [...rules].join('+'),
    evidence: edits.flatMap((edit) => edit.evidence),
    confidence: Math.min(...edits.map((edit) => edit.confidence)),
  };
}
