import type { Evidence } from '../../document/evidence.ts';
import { thaiLexicon } from '../../document/lexicon.ts';
import { THAI_BASE, thaiClass } from '../../document/thai.ts';
import type { Arc } from '../decode.ts';
import { confidenceOf } from '../judge.ts';
import { type Decision, resolve, type Site } from '../resolve.ts';
import type { Finding, FoundEdit, RepairRule } from '../rule.ts';

/**
 * One mark two or three times over a letter: drawn twice for bold, or one of the two is another
 * mark that the font calls so, NIKHAHIT ("น้้า" for "น้ำ") or a vowel below ("ผ้้" for "ผู้").
 */
export const doubledMark: RepairRule = {
  name: 'doubled-mark',
  *find({ text }): Generator<Finding> {
    const sites: Site[] = [];
    for (const match of text.matchAll(/([ัิ-ฺ็-๎])\1+า?/g)) {
      const [all, mark = ''] = match;
      const start = match.index;
      if ((thaiClass(text.charCodeAt(start - 1)) & THAI_BASE) === 0 && !/[ัิ-ู็]/.test(text.charAt(start - 1)))
        continue;
      const end = start + all.length;
      sites.push({ start, end, arcs: readings({ start, end }, mark, all.endsWith('า')) });
    }
    for (const decision of resolve(text, sites, { kept: true })) yield single(decision);
  },
};

/** What the words say, or one mark where they say nothing: two are wrong whatever the word. */
function single({ site, arc, margin, word }: Decision): FoundEdit {
  const known = arc !== null && thaiLexicon().has(word);
  const [once] = site.arcs;
  const chosen = known ? arc : (once ?? arc);
  const evidence: Evidence[] = [{ kind: 'code-point', detail: 'one mark twice' }];
  if (known) evidence.push({ kind: 'lexicon', word, score: Math.round(margin * 10) / 10 });
  const after = chosen?.after ?? '';
  return {
    start: site.start,
    end: site.end,
    after,
    evidence,
    confidence: known ? confidenceOf(margin) : 0.9,
  };
}

function readings(span: { start: number; end: number }, mark: string, aa: boolean): Arc[] {
  const vowel = aa ? 'า' : '';
  const arcs: Arc[] = [{ ...span, after: mark + vowel, cost: 1 }];
  if (!/[่-๋]/.test(mark)) return arcs;
  if (aa) arcs.push({ ...span, after: `${mark}ำ`, cost: 2 });
  else arcs.push({ ...span, after: `ุ${mark}`, cost: 5 }, { ...span, after: `ู${mark}`, cost: 5 });
  return arcs;
}
