import { isThaiLetter } from '../../document/thai.ts';
import type { Arc } from '../decode.ts';
import { confidenceOf, isKnown } from '../judge.ts';
import { type LeakSite, MARK_COSTS, narrowed, solve } from '../leak.ts';
import { type Decision, resolve } from '../resolve.ts';
import type { Finding, RepairRule } from '../rule.ts';

/**
 * ASCII letters and signs that stand for Thai marks, as fonts of Canva and Quartz show them whose
 * codes have no value: "ผู;ป=วย" for "ผู้ป่วย". One symbol stands for one mark all over a text: the
 * words solve the cipher. "ก1ข2" and "ชั้น2" stay.
 */
export const leakedCode: RepairRule = {
  name: 'leaked-code',
  *find({ text }): Generator<Finding> {
    const sites = [...sitesOf(text)];
    if (sites.length === 0) return;
    const votes = solve(text, sites);
    const known = narrowed(sites, votes);
    const often = new Map<string, number>();
    for (const { symbol } of known) often.set(symbol, (often.get(symbol) ?? 0) + 1);
    for (const decision of resolve(text, known)) yield* findingOf(text, decision, often);
  },
};

const GLUED = /(?<=[ก-ฮ][ัิ-ฺ็-๎]*)[!-~](?![!-~])/g;
/** Signs that no Thai word has after it without a space. */
const STRANGE = /[#;=&@^~_|<>*$`\\{}]/;
/** Signs that stand after words, and would part them. */
const USUAL = /[.,:!?"'%+[\](/-]/;

function* sitesOf(text: string): Generator<LeakSite> {
  for (const { index: start, 0: symbol } of text.matchAll(GLUED)) {
    const cost = costOf(text, start, symbol);
    if (cost === null) continue;
    const end = start + 1;
    const arcs: Arc[] = MARK_COSTS.map(([mark, rarity]) => ({
      start,
      end,
      after: mark,
      cost: cost + rarity,
    }));
    if (text.charAt(start - 1) === 'ํ' && text.charAt(end) === 'า') {
      for (const tone of ['่', '้'])
        arcs.push({ start: start - 1, end: end + 1, after: `${tone}ำ`, cost: cost + 1 });
    }
    yield {
      start: Math.min(...arcs.map((arc) => arc.start)),
      end: Math.max(...arcs.map((arc) => arc.end)),
      arcs,
      symbol,
    };
  }
}

/** What it costs that the symbol is a mark, in nats; null where it surely is none. */
function costOf(text: string, start: number, symbol: string): number | null {
  const thaiAfter = isThaiLetter(text.charCodeAt(start + 1));
  if (symbol === ')') return thaiAfter && !isOpen(text, start) ? 3 : null;
  if (USUAL.test(symbol) || isFormula(text, start)) return null;
  if (STRANGE.test(symbol)) return 2;
  return thaiAfter ? 3 : 6;
}

function isOpen(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - 120), offset);
  return before.lastIndexOf('(') > before.lastIndexOf(')');
}

/** Sums and spelling drills: "ท+า=ทา". */
function isFormula(text: string, offset: number): boolean {
  return (
    /[+=]/.test(text.slice(Math.max(0, offset - 4), offset)) ||
    /[+=]/.test(text.slice(offset + 1, offset + 5)) ||
    /\+/.test(text.slice(Math.max(0, offset - 8), offset + 9))
  );
}

function* findingOf(
  text: string,
  { site, arc, gain, margin, word, end: wordEnd }: Decision<LeakSite>,
  often: ReadonlyMap<string, number>,
): Generator<Finding> {
  if (arc === null || !isKnown(word)) return;
  const count = often.get(site.symbol) ?? 1;
  const spans = wordEnd > arc.end;
  const letter = /[0-9A-Za-z]/.test(site.symbol);
  const need = spans || count > 2 ? 2 : letter ? 4 : 1.5;
  const span = { start: arc.start, end: arc.end };
  if (gain < need || margin < 0.7 || (letter && word.length < 3 && isShort(text, arc))) {
    yield {
      ...span,
      candidates: [arc.after],
      reason: `${site.symbol} may be a Thai mark, but the words do not say so surely`,
    };
    return;
  }
  const detail = `${site.symbol} stands for a mark all over the text`;
  const score = Math.round(gain * 10) / 10;
  yield {
    ...span,
    after: arc.after,
    evidence: [{ kind: 'lexicon', word, score, count, detail }],
    confidence: confidenceOf(gain),
  };
}

/** Whether a letter stands alone before the symbol, as in "ก1". */
function isShort(text: string, arc: Arc): boolean {
  return !isThaiLetter(text.charCodeAt(arc.start - 2));
}
