import { isThaiLetter } from '../../document/thai.ts';
import type { Arc } from '../decode.ts';
import { judge } from '../judge.ts';
import { type LeakSite, MARK_COSTS, narrowed, solve } from '../leak.ts';
import type { Finding, RepairRule } from '../rule.ts';

/**
 * Control characters and U+FFFD inside Thai words: letters and marks that the font's map has no
 * value for. A control character stands for one letter or mark all over a text, as LibreOffice's
 * U+0003 for SARA AA; U+0000 and U+FFFD for any. The words say which.
 */
export const unmappedCharacter: RepairRule = {
  name: 'unmapped-character',
  *find({ text }): Generator<Finding> {
    if (!SYMBOL.test(text)) return;
    const sites = [...sitesOf(text)];
    if (sites.length === 0) return;
    const fixed = sites.filter((site) => isFixed(site.symbol));
    const votes = solve(text, sites);
    const known = [...narrowed(fixed, votes), ...sites.filter((site) => !isFixed(site.symbol))];
    known.sort((a, b) => a.start - b.start);
    yield* judge(text, known, {
      sure: 4,
      usual: 2,
      rival: 0.7,
      detail: 'a value missing in the font',
      kind: 'code-point',
    });
  },
};

const SYMBOL = /[\u0000-\u0008\u000b\u000e-\u001f\ufffd]/;
const SYMBOLS = new RegExp(SYMBOL, 'g');

function isFixed(symbol: string): boolean {
  return symbol !== '\u0000' && symbol !== '\ufffd';
}

function* sitesOf(text: string): Generator<LeakSite> {
  for (const { index, 0: symbol } of text.matchAll(SYMBOLS)) {
    let before = index - 1;
    while (SYMBOL.test(text.charAt(before)) || text.charAt(before) === ' ') before -= 1;
    if (!isThaiLetter(text.charCodeAt(before)) || index - before > 3) continue;
    const arcs = text.charAt(before) === 'ำ' ? afterSaraAm(text, before, index) : readings(text, index);
    const start = Math.min(...arcs.map((arc) => arc.start));
    const end = Math.max(...arcs.map((arc) => arc.end));
    yield { start, end, arcs, symbol };
  }
}

/** After SARA AM: a piece of it, which goes, with the gap before it; or the tone mark that belongs in it. */
function afterSaraAm(text: string, am: number, index: number): Arc[] {
  const from = text.charAt(index - 1) === ' ' ? index - 1 : index;
  const arcs: Arc[] = [{ start: from, end: index + 1, after: '', cost: PIECE }];
  if (from === am + 1) {
    for (const tone of ['่', '้', '๊', '๋'])
      arcs.push({ start: am, end: index + 1, after: `${tone}ำ`, cost: PIECE + 2 });
  }
  return arcs;
}

/** Nothing stands after SARA AM in its cluster: the symbol is a piece of it, and cheaper gone than kept. */
const PIECE = -4;

function readings(text: string, index: number): Arc[] {
  const start = index;
  const end = index + 1;
  const arcs: Arc[] = [
    { start, end, after: 'า', cost: 1.5 },
    { start, end, after: '', cost: 5 },
  ];
  for (const [mark, cost] of MARK_COSTS) arcs.push({ start, end, after: mark, cost });
  const tone = /^[่-๋]?(?=า)/.exec(text.slice(end, end + 2))?.[0];
  if (tone !== undefined) {
    const aa = end + tone.length + 1;
    arcs.push({ start, end: aa, after: `${tone}ำ`, cost: 2 });
    if (tone === '') for (const one of ['่', '้']) arcs.push({ start, end: aa, after: `${one}ำ`, cost: 3 });
  }
  if (text.charAt(end) === ' ' && isThaiLetter(text.charCodeAt(end + 1))) {
    for (const [mark, cost] of MARK_COSTS) arcs.push({ start, end: end + 1, after: mark, cost: cost + 2 });
  }
  return arcs;
}
