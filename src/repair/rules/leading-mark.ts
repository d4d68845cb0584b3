import { canonicalMarks, unitAt } from '../cluster.ts';
import type { Arc } from '../decode.ts';
import { judge } from '../judge.ts';
import type { Site } from '../resolve.ts';
import type { Finding, RepairRule } from '../rule.ts';

/**
 * Marks that stand before the letters of their word, as when a font draws its marks first:
 * "้หนา" for "หน้า". Which letter they belong to, the words say.
 */
export const leadingMark: RepairRule = {
  name: 'leading-mark',
  *find({ text }): Generator<Finding> {
    const sites: Site[] = [];
    for (const match of text.matchAll(/(?<![\u0e01-\u0e4e])[ัิ-ู็-์]{1,2}(?=[ก-ฮเ-ไ])/g)) {
      const start = match.index;
      const arcs = placements(text, start, match[0]);
      const end = arcs.at(-1)?.end;
      if (end !== undefined) sites.push({ start, end, arcs });
    }
    if (sites.length > 0)
      yield* judge(text, sites, { sure: 3, detail: 'marks before their letter', kind: 'order' });
  },
};

/** How many letters after the marks may be theirs. */
const REACH = 4;

function placements(text: string, start: number, marks: string): Arc[] {
  const arcs: Arc[] = [];
  let written = '';
  let at = start + marks.length;
  for (let k = 0; k < REACH; k += 1) {
    const unit = unitAt(text, at);
    if (unit === null) break;
    const borne = unit.base ? canonicalMarks(unit.marks + marks) : null;
    if (borne !== null)
      arcs.push({ start, end: unit.end, after: written + unit.letter + borne, cost: 2 + k });
    written += unit.letter + unit.marks;
    at = unit.end;
  }
  return arcs;
}
