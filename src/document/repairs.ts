import { applyEdits, type Edits } from './edit.ts';
import type { Repair } from './page.ts';

/**
 * Edits of the claimed text as the document lists them: placed in the repaired text, with what
 * stood there before.
 *
 * @throws RangeError when the edits do not fit the text.
 */
export function repairsOf(claimed: string, edits: Edits): Repair[] {
  let shift = 0;
  return edits.map((edit) => {
    if (edit.end > claimed.length) {
      throw new RangeError(`edit [${edit.start}, ${edit.end}): expected it within ${claimed.length} units`);
    }
    const start = edit.start + shift;
    shift += edit.after.length - (edit.end - edit.start);
    return {
      rule: edit.rule,
      start,
      end: start + edit.after.length,
      before: claimed.slice(edit.start, edit.end),
      after: edit.after,
      evidence: edit.evidence,
      confidence: edit.confidence,
    };
  });
}

/**
 * The claimed text again, from the repaired text and its repairs: exact, to the code unit.
 *
 * @throws RangeError when the repairs are not those of this text.
 * @example
 * undoRepairs(page.text, page.repairs) === page.claimed;
 */
export function undoRepairs(text: string, repairs: readonly Repair[]): string {
  for (const repair of repairs) {
    if (text.slice(repair.start, repair.end) !== repair.after) {
      throw new RangeError(
        `repair [${repair.start}, ${repair.end}) by ${repair.rule}: expected ${JSON.stringify(repair.after)} there`,
      );
    }
  }
  return applyEdits(
    text,
    repairs.map((repair) => ({ ...repair, after: repair.before })),
  );
}
