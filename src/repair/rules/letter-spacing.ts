import type { Evidence } from '../../document/evidence.ts';
import { thaiLexicon } from '../../document/lexicon.ts';
import { decode } from '../decode.ts';
import type { Finding, RepairRule } from '../rule.ts';

/**
 * Words with a space after each letter: "ส า ร บั ญ" for "สารบัญ". Three units at least, which
 * joined are words of two units or more, every letter; lists of letters are none.
 */
export const letterSpacing: RepairRule = {
  name: 'letter-spacing',
  *find({ text }): Generator<Finding> {
    for (const match of text.matchAll(SPACED)) {
      const start = match.index;
      const spaced = match[0];
      const end = start + spaced.length;
      const joined = join(spaced);
      const units = spaced.split(/[ \u00a0]+/).length;
      const words = wordsOf(joined);
      if (/^[ \u00a0]*=/.test(text.slice(end, end + 3))) continue;
      if (words === 0 || words * 1.5 > units || isDrill(text.slice(end, end + joined.length + 4), joined))
        continue;
      const evidence: Evidence[] = [
        { kind: 'lexicon', word: joined, count: units, detail: 'spaced letters' },
      ];
      yield* gapsOf(spaced, start, evidence);
      const wide = /^ {2,3}(?=\S)/.exec(text.slice(end, end + 4));
      if (wide !== null)
        yield { start: end, end: end + wide[0].length, after: ' ', evidence, confidence: 0.9 };
    }
    yield* headings(text);
  },
};

/** A letter and its marks, then more of them, each after a space or two. */
const SPACED =
  /(?<![\u0e01-\u0e4e.])[ก-ฮเ-ไ][ัิ-ฺ็-๎]*ำ?(?:[ \u00a0]{1,2}[ก-ฮเ-ไะาำ][ัิ-ฺ็-๎]*ำ?(?![\u0e01-\u0e4e.])){2,}/g;

function join(spaced: string): string {
  return spaced.replace(/[ \u00a0]+/g, '').replace(/ํ([่-๋]?)า/g, '$1ำ');
}

/** How many words of the lexicon make up the text; 0 where some letters are in none. */
function wordsOf(text: string): number {
  const { ends } = decode(text, { start: 0, end: text.length }, []);
  let from = 0;
  let words = 0;
  for (const end of ends) {
    if (end === from) continue;
    if (!thaiLexicon().has(text.slice(from, end))) return 0;
    words += 1;
    from = end;
  }
  return words;
}

/** A spelling drill says the word after its letters: "ก า = กา". */
function isDrill(following: string, word: string): boolean {
  return following.replace(/^[\s=+:–-]+/, '').startsWith(word);
}

/** Each gap of one space goes. */
function* gapsOf(spaced: string, start: number, evidence: readonly Evidence[]): Generator<Finding> {
  for (const { index, 0: gap } of spaced.matchAll(/[ \u00a0]+/g)) {
    yield { start: start + index, end: start + index + gap.length, after: '', evidence, confidence: 0.95 };
  }
}

/** Headings of front and back matter, which are often spread: alone on their line. */
const HEADINGS = ['คำนำ', 'สารบัญ', 'บทคัดย่อ', 'บทนำ', 'ภาคผนวก', 'บรรณานุกรม', 'กิตติกรรมประกาศ', 'ดัชนี'];

function* headings(text: string): Generator<Finding> {
  for (const match of text.matchAll(
    /^[ \u00a0]*([\u0e01-\u0e4e]+(?:[ \u00a0]{1,3}[\u0e01-\u0e4e]+)+)[ \u00a0]*$/gm,
  )) {
    const spaced = match[1] ?? '';
    if (spaced.length > 40 || !HEADINGS.includes(join(spaced))) continue;
    const evidence: Evidence[] = [
      { kind: 'layout', word: join(spaced), detail: 'a spread heading alone on its line' },
    ];
    yield* gapsOf(spaced, match.index + match[0].indexOf(spaced), evidence);
  }
}
