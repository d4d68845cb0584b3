import type { Evidence } from '../../document/evidence.ts';
import type { CodeFacts, FontFacts } from '../../document/font.ts';
import { isThaiMark, NIKHAHIT, THAI_BASE, thaiClass } from '../../document/thai.ts';
import type { Finding, RepairContext, RepairRule } from '../rule.ts';

/** An advance below this many points moves nothing: rounding leaves traces. */
const noAdvance = 0.01;

/**
 * A NIKHAHIT that the font's ToUnicode map calls a space. A space moves the pen, a mark does not: a code
 * of advance 0 that stands before SARA AA at least once in the document is NIKHAHIT wherever the font
 * draws it over a consonant, in Pali words too. (Proof: the advance, and the counts of the first pass.)
 */
export const glyphNikhahit: RepairRule = {
  name: 'glyph-nikhahit',
  *find(context) {
    if (!context.glyphs || !context.fonts.some((font) => [...font.suspects.values()].some(isNikhahit)))
      return;
    for (const match of context.text.matchAll(/[ \u00a0]/gu)) yield* readSpace(context, match.index);
  },
};

function* readSpace(context: RepairContext, offset: number): Generator<Finding> {
  const { glyphs, fonts, text } = context;
  const glyph = context.glyphAt(offset);
  if (glyph < 0 || !glyphs || (glyphs.advance[glyph] ?? 1) >= noAdvance) return;
  const font = fonts[glyphs.font[glyph] ?? 0];
  const code = glyphs.code[glyph] ?? 0;
  const facts = font?.suspects.get(code);
  if (!font || !facts || !standsOnLetter(text, offset)) return;
  if (isNikhahit(facts)) {
    const span = { start: offset, end: offset + 1 };
    yield {
      ...span,
      after: String.fromCharCode(NIKHAHIT),
      evidence: prove(font, code, facts),
      confidence: 0.999,
    };
  } else {
    const reason = `a space of advance 0 in the font ${font.name} that never stands before SARA AA`;
    yield { start: offset, end: offset + 1, candidates: [String.fromCharCode(NIKHAHIT), ' '], reason };
  }
}

function isNikhahit({ claimed, count, zeroAdvance, inSaraAm }: CodeFacts): boolean {
  return (claimed === ' ' || claimed === '\u00a0') && zeroAdvance === count && inSaraAm > 0;
}

function standsOnLetter(text: string, offset: number): boolean {
  let before = offset - 1;
  while (before >= 0 && isThaiMark(text.charCodeAt(before)) && offset - before < 4) before--;
  return (thaiClass(text.charCodeAt(before)) & THAI_BASE) !== 0;
}

function prove(font: FontFacts, code: number, facts: CodeFacts): Evidence[] {
  return [
    { kind: 'glyph', code, font: font.name, score: 0, detail: 'advance 0, claimed U+0020' },
    { kind: 'font', code, font: font.name, count: facts.inSaraAm, detail: 'before SARA AA' },
  ];
}
