import type { Arc } from '../decode.ts';
import { judge } from '../judge.ts';
import type { Site } from '../resolve.ts';
import type { Finding, RepairContext, RepairRule } from '../rule.ts';

/**
 * A space inside a cluster of Thai: before a mark ("ถ ึง"), before SARA A, after a vowel that stands
 * before its consonant ("แ ห่ง"). No word has one; lists of letters do, and the words tell them apart.
 */
export const clusterSpace: RepairRule = {
  name: 'cluster-space',
  *find(context): Generator<Finding> {
    const sites = [...sitesOf(context)];
    if (sites.length === 0) return;
    yield* judge(context.text, sites, { sure: 3, detail: 'a space inside a cluster', kind: 'order' });
  },
};

/** One or more gaps before the marks of a letter. */
const BEFORE_MARK = /(?<=[ก-ฮ])[ัิ-ฺ็-๎]*(?:[ \u00a0]{1,2}[ัิ-ฺ็-์])+/g;
const BEFORE_SARA_A = /(?<=[ก-ฮ][ัิ-ฺ็-๎]*)[ \u00a0](?=ะ)/g;
const AFTER_LEADING = /(?<=[เ-ไ])[ \u00a0](?=[ก-ฮ])/g;

function* sitesOf({ text }: RepairContext): Generator<Site> {
  const arcs: Arc[] = [];
  for (const match of text.matchAll(BEFORE_MARK)) {
    const end = match.index + match[0].length;
    if (danglesAtEnd(text, match.index, end)) continue;
    arcs.push({ start: match.index, end, after: match[0].replace(/[ \u00a0]/g, ''), cost: 2 });
  }
  for (const pattern of [BEFORE_SARA_A, AFTER_LEADING]) {
    for (const { index } of text.matchAll(pattern))
      arcs.push({ start: index, end: index + 1, after: '', cost: 2 });
  }
  arcs.sort((a, b) => a.start - b.start);
  for (const arc of arcs) yield { start: arc.start, end: arc.end, arcs: [arc] };
}

/** A mark alone after a whole word ("ภาพ ุ") may be spoken of: it goes to one letter alone ("ป ี") only. */
function danglesAtEnd(text: string, start: number, end: number): boolean {
  const alone = end === text.length || /\s/.test(text.charAt(end));
  return alone && /[\u0e01-\u0e4e]/.test(text.charAt(start - 2));
}
