import type { Arc } from '../decode.ts';
import { judge } from '../judge.ts';
import type { Site } from '../resolve.ts';
import type { Finding, RepairRule } from '../rule.ts';

/**
 * Marks that no Thai letter bears: a vowel above before SARA AA ("โครงกิาร"), THANTHAKHAT or a tone
 * mark with another tone mark ("ทรัพย์้"). One of them is too many; the words say which.
 */
export const impossibleCluster: RepairRule = {
  name: 'impossible-cluster',
  *find({ text }): Generator<Finding> {
    const sites: Site[] = [];
    for (const match of text.matchAll(VOWEL_BEFORE_AA)) sites.push(siteOf(match, ['', match[1] ?? '']));
    for (const match of text.matchAll(TONES)) sites.push(siteOf(match, [match[1] ?? '', match[2] ?? '']));
    if (sites.length === 0) return;
    sites.sort((a, b) => a.start - b.start);
    yield* judge(text, sites, {
      sure: 3,
      usual: 1,
      rival: 0.5,
      detail: 'marks that no letter bears',
      kind: 'order',
    });
  },
};

const VOWEL_BEFORE_AA = /(?<=[ก-ฮ])[ิ-ื็]([่-๋]?)(?=[าำ])/g;
const TONES = /(?<=[ก-ฮ][ัิ-ู]?)([่-์])(?!\1)([่-์])(?![่-์])/g;

function siteOf(match: RegExpExecArray, readings: readonly string[]): Site {
  const start = match.index;
  const end = start + match[0].length;
  const arcs: Arc[] = [...new Set(readings)].map((after, index) => ({ start, end, after, cost: 1 + index }));
  return { start, end, arcs, broken: true };
}
