import type { Evidence } from '../../document/evidence.ts';
import type { TextFacts } from '../facts.ts';
import { type Decision, resolve, type Site } from '../resolve.ts';
import type { Finding, RepairContext, RepairRule } from '../rule.ts';

/**
 * SARA AM whose NIKHAHIT the source calls a space: "ท า" for "ทำ", "น้ า" and "น ้า" for "น้ำ". The
 * same gap may be a stray one ("ก ารศึกษา"): the words on both sides decide, together with how
 * often the page parts SARA AA from its consonant and whether it has any SARA AM at all.
 */
export const splitSaraAm: RepairRule = {
  name: 'split-sara-am',
  *find(context): Generator<Finding> {
    const sites = [...sitesOf(context)];
    if (sites.length === 0) return;
    const decisions = resolve(context.text, sites, { kept: true });
    const joined = decisions.filter(({ arc }) => arc?.after.endsWith('ำ')).length;
    const stray = decisions.filter(({ arc, site }) => arc !== null && arc === site.stray).length;
    for (const decision of decisions) yield* findingOf(decision, { joined, stray });
  },
};

interface AmSite extends Site {
  /** The reading that only closes the gap. */
  readonly stray: Site['arcs'][number] | undefined;
}

const GAP = '[ \\u00a0\\u2000-\\u200a\\u202f\\u3000\\n]{1,4}';
const PARTED = new RegExp(`([ก-ฮ])([่-๋]?)(${GAP})([่-๋]?)([าำ])(ํ?)`, 'g');
/** The gap on the other side of SARA AA, at least two spaces wide. */
const AFTER = /([ก-ฮ])([่-๋]?)า([ \u00a0]{2,3})(?=[ก-ฮเ-ไ])/g;

/** Costs in nats of a gap that stands for NIKHAHIT and of one that stands for nothing. */
function costs(facts: TextFacts): { am: number; stray: number } {
  const lost = facts.saraAm * 50 < facts.partedAa + facts.saraAa;
  if (lost && facts.partedAa >= 3) return { am: 0.5, stray: 6 };
  return lost ? { am: 1.5, stray: 2.5 } : { am: 3, stray: 2 };
}

function* sitesOf(context: RepairContext): Generator<AmSite> {
  const { text } = context;
  let price: { am: number; stray: number } | undefined;
  for (const match of text.matchAll(PARTED)) {
    const [all, , before = '', gap = '', behind = '', vowel = ''] = match;
    const start = match.index + 1;
    const end = match.index + all.length;
    if (before !== '' && behind !== '') continue;
    if (gap.includes('\n') && !context.withinBlock(match.index, end)) continue;
    if (isLone(text, match.index, end) && before + behind === '') continue;
    price ??= costs(context.facts);
    const am = { start, end, after: `${before}${behind}ำ`, cost: vowel === 'ำ' ? 0.5 : price.am };
    const stray = vowel === 'ำ' ? undefined : { start, end, after: `${before}${behind}า`, cost: price.stray };
    yield { start, end, arcs: stray === undefined ? [am] : [am, stray], stray };
  }
  for (const match of text.matchAll(AFTER)) {
    const [all, , tone = ''] = match;
    const start = match.index + 1;
    const end = match.index + all.length;
    yield { start, end, arcs: [{ start, end, after: `${tone}ำ`, cost: 4 }], stray: undefined };
  }
}

/** Whether consonant and vowel both stand alone, as in a list of letters. */
function isLone(text: string, start: number, end: number): boolean {
  return isGap(text.charAt(start - 1)) && isGap(text.charAt(end));
}

function isGap(character: string): boolean {
  return character === '' || character.trim() === '';
}

/** How much dearer the other readings must be, in nats. */
const SURE = 3;

function* findingOf(
  { site, arc, margin, word }: Decision<AmSite>,
  counts: { joined: number; stray: number },
): Generator<Finding> {
  const { start, end } = site;
  const candidates = site.arcs.map(({ after }) => after);
  if (arc === null) {
    if (margin < SURE * 3) yield { start, end, candidates, reason: 'no word of the lexicon fits' };
    return;
  }
  const pattern = counts.joined >= 3 && counts.stray * 5 <= counts.joined && arc !== site.stray;
  if (margin < SURE && !pattern) {
    yield { start, end, candidates, reason: `two readings are likely: ${margin.toFixed(1)} nats apart` };
    return;
  }
  const evidence: Evidence[] = [{ kind: 'lexicon', word, score: Math.round(margin * 10) / 10 }];
  if (pattern) evidence.push({ kind: 'context', count: counts.joined, detail: 'parted SARA AM on the page' });
  yield { start, end, after: arc.after, evidence, confidence: pattern ? 0.995 : confidenceOf(margin) };
}

function confidenceOf(margin: number): number {
  return margin > 10 ? 0.99 : margin > 6 ? 0.97 : 0.94;
}
