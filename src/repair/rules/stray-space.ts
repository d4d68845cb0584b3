import { thaiLexicon } from '../../document/lexicon.ts';
import { TRIE_DEAD, TRIE_ROOT } from '../../document/lexicon-trie.ts';
import { isThaiLetter, isThaiMark, THAI_BASE, thaiClass } from '../../document/thai.ts';
import { judge } from '../judge.ts';
import type { Site } from '../resolve.ts';
import type { Finding, RepairContext, RepairRule } from '../rule.ts';

/**
 * Spaces inside a word: "ปัจจุ บัน" for "ปัจจุบัน". Thai puts spaces between phrases, so that a
 * space goes only where a word of the lexicon reaches over it and its halves make no words.
 */
export const straySpace: RepairRule = {
  name: 'stray-space',
  *find(context): Generator<Finding> {
    const sites = [...sitesOf(context)];
    if (sites.length === 0) return;
    yield* judge(context.text, sites, { sure: 4, detail: 'a word reaches over the space', list: false });
  },
};

const COST = 9;

function* sitesOf({ text }: RepairContext): Generator<Site> {
  for (const { index: start, 0: gap } of text.matchAll(/(?<=[\u0e01-\u0e4e])[ \u00a0](?=[ก-ฮเ-ไ])/g)) {
    const end = start + gap.length;
    if (isThaiMark(text.charCodeAt(end)) || isAbbreviation(text, start, end)) continue;
    if (isAlone(text, start - 1) && isAlone(text, end)) continue;
    if (reachesOver(text, start, end)) yield { start, end, arcs: [{ start, end, after: '', cost: COST }] };
  }
}

/** One letter with a full stop after it, or a full stop before: "นาย ก." */
function isAbbreviation(text: string, start: number, end: number): boolean {
  const lone = (thaiClass(text.charCodeAt(end)) & THAI_BASE) !== 0 && text.charAt(end + 1) === '.';
  return lone || text.charAt(start - 2) === '.';
}

/** A letter with white space, a sign or nothing on both sides, as in a list of letters. */
function isAlone(text: string, offset: number): boolean {
  return !isThaiLetter(text.charCodeAt(offset - 1)) && !isThaiLetter(text.charCodeAt(offset + 1));
}

const LONGEST = 14;

/** Whether a word of the lexicon begins before the gap and goes on after it. */
function reachesOver(text: string, start: number, end: number): boolean {
  const lexicon = thaiLexicon();
  for (let from = start - 1; from >= 0 && start - from <= LONGEST; from -= 1) {
    if (!isThaiLetter(text.charCodeAt(from))) return false;
    let state = TRIE_ROOT;
    for (let at = from; at < start && state !== TRIE_DEAD; at += 1)
      state = lexicon.step(state, text.charCodeAt(at));
    for (let at = end; state !== TRIE_DEAD && at < text.length; at += 1) {
      state = lexicon.step(state, text.charCodeAt(at));
      if (lexicon.costAt(state) < 16) return true;
    }
  }
  return false;
}
