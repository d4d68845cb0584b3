import type { Evidence } from '../../document/evidence.ts';
import { isThaiLetter, isThaiMark } from '../../document/thai.ts';
import type { Arc } from '../decode.ts';
import { judge } from '../judge.ts';
import type { Site } from '../resolve.ts';
import type { Finding, RepairRule } from '../rule.ts';

/**
 * Glyph ids that a reader shows as characters where the font's map has a hole: "É Ê Ë Ì Í" are the
 * glyphs 201 to 205 of the Microsoft order, the raised tone marks; "Ā ÿ þ" are letters of TH Sarabun,
 * which keeps the order of Unicode from glyph 214 on, with its figures from 344 on.
 */
export const leakedGlyphId: RepairRule = {
  name: 'leaked-glyph-id',
  *find({ text }): Generator<Finding> {
    if (!LATIN.test(text)) return;
    yield* marks(text);
    yield* letters(text);
    yield* figures(text);
  },
};

const LATIN = /[\u00c9-\u011f\u0158-\u0161]/;

const RAISED: Readonly<Record<string, string>> = { É: '่', Ê: '้', Ë: '๊', Ì: '๋', Í: '์', Î: 'ํ' };

/** A mark right after a Thai letter, or after a vowel above it and a gap; no Latin letter may follow. */
const AFTER_LETTER = /(?<=[ก-ฮ][ัิ-ู็]?)([É-Î])(?![\p{Script=Latin}])|(?<=[ก-ฮ][ัิ-ื็]) ([É-Î])(?=[\u0e01-\u0e4e])/gu;

function* marks(text: string): Generator<Finding> {
  const found = [...text.matchAll(AFTER_LETTER)];
  for (const match of found) {
    const symbol = match[1] ?? match[2] ?? '';
    const evidence: Evidence[] = [
      {
        kind: 'code-point',
        code: symbol.charCodeAt(0),
        count: found.length,
        detail: 'glyph id of a raised tone mark',
      },
    ];
    const start = match.index;
    yield { start, end: start + match[0].length, after: RAISED[symbol] ?? '', evidence, confidence: 0.97 };
  }
  for (const match of text.matchAll(/(?<=[ก-ฮ])ํ([É-Í])(?=า)/g)) {
    const evidence: Evidence[] = [
      { kind: 'code-point', count: found.length, detail: 'glyph id of a raised tone mark' },
    ];
    const start = match.index + 1;
    yield { start, end: start + 1, after: RAISED[match[1] ?? ''] ?? '', evidence, confidence: 0.97 };
  }
}

const FIRST_GLYPH = 214;
const SYMBOL = /[\u00c9-\u00ce\u00d6-\u011f]/g;

/** Letters of TH Sarabun, where the words they make are known. */
function* letters(text: string): Generator<Finding> {
  const sites: Site[] = [];
  for (const { index: start, 0: symbol } of text.matchAll(SYMBOL)) {
    if (!inThai(text, start)) continue;
    const code = symbol.charCodeAt(0);
    const after = RAISED[symbol] ?? thaiOfGlyph(code);
    const arc: Arc = { start, end: start + 1, after, cost: 1 };
    if (after !== '') sites.push({ start, end: start + 1, arcs: [arc] });
  }
  if (sites.length === 0) return;
  yield* judge(text, sites, { sure: 5, usual: 2, detail: 'glyph ids of TH Sarabun', kind: 'code-point' });
}

/** The character of a glyph in an order that runs from KO KAI as Unicode does, without the gap after PHINTHU. */
function thaiOfGlyph(glyph: number): string {
  const index = glyph - FIRST_GLYPH;
  if (index < 0) return '';
  const code = 0x0e01 + index;
  return code <= 0x0e3a ? String.fromCharCode(code) : code + 4 <= 0x0e4e ? String.fromCharCode(code + 4) : '';
}

/** Beside a Thai letter, with only such symbols between, and with no Latin letter beside it. */
function inThai(text: string, offset: number): boolean {
  let from = offset;
  while (isSymbol(text.charCodeAt(from - 1))) from -= 1;
  let to = offset + 1;
  while (isSymbol(text.charCodeAt(to))) to += 1;
  const before = text.charCodeAt(from - 1);
  const after = text.charCodeAt(to);
  if (isAsciiLetter(before) || isAsciiLetter(after)) return false;
  return (
    isThaiLetter(before) ||
    (isThaiLetter(after) &&
      !(from === to - 1 && isThaiMark(after) && RAISED[text.charAt(from)] !== undefined))
  );
}

function isSymbol(code: number): boolean {
  return (code >= 0xc9 && code <= 0xce) || (code >= 0xd6 && code <= 0x11f);
}

function isAsciiLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/** Figures of TH Sarabun: two or more together, or after a Thai word, and no other Latin letter beside them. */
function* figures(text: string): Generator<Finding> {
  if (!/[\u0e01-\u0e4e]/.test(text)) return;
  for (const match of text.matchAll(
    /(?<![\p{L}\p{M}])[\u0158-\u0161]{2,}(?![\p{L}\p{M}])|(?<=[\u0e01-\u0e4e.] ?)[\u0158-\u0161](?![\p{L}\p{M}])/gu,
  )) {
    const after = match[0].replace(/./g, (figure) => String(figure.charCodeAt(0) - 0x158));
    const evidence: Evidence[] = [{ kind: 'code-point', detail: 'glyph ids of the figures of TH Sarabun' }];
    yield { start: match.index, end: match.index + match[0].length, after, evidence, confidence: 0.9 };
  }
}
