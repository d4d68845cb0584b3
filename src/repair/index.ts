import type { Flow } from '../document/flow.ts';
import { withPages } from '../document/flow.ts';
import type { ExtractedPage, RepairedPage } from '../document/page.ts';
import { type RepairOptions, repairWith } from './page.ts';
import type { RepairRule } from './rule.ts';
import { actualText } from './rules/actual-text.ts';
import { amForAa } from './rules/am-for-aa.ts';
import { cellJoin } from './rules/cell-join.ts';
import { clusterSpace } from './rules/cluster-space.ts';
import { doubledMark } from './rules/doubled-mark.ts';
import { droppedSaraAm } from './rules/dropped-sara-am.ts';
import { glyphIdentity } from './rules/glyph-identity.ts';
import { glyphNikhahit } from './rules/glyph-nikhahit.ts';
import { impossibleCluster } from './rules/impossible-cluster.ts';
import { leadingMark } from './rules/leading-mark.ts';
import { leakedCode } from './rules/leaked-code.ts';
import { leakedGlyphId } from './rules/leaked-glyph-id.ts';
import { letterSpacing } from './rules/letter-spacing.ts';
import { lineJoin } from './rules/line-join.ts';
import { markOrder } from './rules/mark-order.ts';
import { misreadMark } from './rules/misread-mark.ts';
import { mixedDigits } from './rules/mixed-digits.ts';
import { mojibake } from './rules/mojibake.ts';
import { normalization } from './rules/normalization.ts';
import { overprint } from './rules/overprint.ts';
import { privateUse } from './rules/private-use.ts';
import { repeatedCluster } from './rules/repeated-cluster.ts';
import { saraAe } from './rules/sara-ae.ts';
import { saraAm } from './rules/sara-am.ts';
import { shiftedMark } from './rules/shifted-mark.ts';
import { splitSaraAm } from './rules/split-sara-am.ts';
import { straySpace } from './rules/stray-space.ts';
import { unmappedCharacter } from './rules/unmapped-character.ts';
import { zeroWidth } from './rules/zero-width.ts';
import { pageOfText, type RepairedText } from './text.ts';

export type { RepairOptions } from './page.ts';
export type { RepairContext, RepairRule } from './rule.ts';
export type { RepairedText } from './text.ts';

/** The rules in the order in which they run: each sees what those before it left. */
export const repairRules: readonly RepairRule[] = [
  // What glyphs and fonts prove comes first; the rules after it only read characters.
  overprint, //      glyphs drawn a second time at the same place
  glyphIdentity, //  a glyph that its font's program proves to be another character
  glyphNikhahit, //  a space of advance 0 that the font draws as NIKHAHIT
  actualText, //     the PDF's own text for a stretch of glyphs
  mojibake, //       bytes of TIS-620 or UTF-8 read in another encoding
  zeroWidth, //      characters without width between Thai letters
  privateUse, //     glyphs at private-use code points
  leakedGlyphId, //  glyph ids shown as Latin letters
  unmappedCharacter, // control characters and U+FFFD inside words
  leakedCode, //     ASCII for marks: a cipher of the font
  saraAe, //         SARA E twice
  letterSpacing, //  a space after each letter of a word
  splitSaraAm, //    "ท า", "น้ า", "น ้า"
  saraAm, //         NIKHAHIT, SARA AA and tone mark in pieces or out of order
  clusterSpace, //   a space before a mark
  markOrder, //      tone mark before the vowel that it stands on
  leadingMark, //    marks before the letters of their word
  lineJoin, //       line ends inside a block
  cellJoin, //       line ends inside a cell of a table
  amForAa, //        SARA AM for every SARA AA
  shiftedMark, //    marks on the letter after theirs
  doubledMark, //    one mark twice
  impossibleCluster, // marks that no letter bears
  repeatedCluster, // letters that stand twice
  straySpace, //     a space inside a word
  droppedSaraAm, //  SARA AA that was SARA AM
  mixedDigits, //    one figure of another script in a number
  misreadMark, //    marks wrong, missing or one too many
  normalization, //  the rest of Normalization Form C
];

/** Repairs the pages of a document as they are pulled. */
export function repair(flow: Flow<ExtractedPage>, options: RepairOptions = {}): Flow<RepairedPage> {
  return withPages(flow, repairPages(flow.pages, options));
}

async function* repairPages(
  pages: AsyncIterable<ExtractedPage>,
  options: RepairOptions,
): AsyncGenerator<RepairedPage> {
  for await (const page of pages) yield repairPage(page, options);
}

/**
 * Repairs one page: its text, with every change listed and reversible, its lines and blocks moved
 * along, and its status. Never throws.
 */
export function repairPage(page: ExtractedPage, options: RepairOptions = {}): RepairedPage {
  return repairWith(repairRules, page, options);
}

/**
 * Repairs a text that has no page, as one block. Line ends stay unless `joinLines` is on.
 *
 * @example
 * repairText('คณะท างานนี้').text; // 'คณะทำงานนี้'
 */
export function repairText(text: string, options: RepairOptions = {}): RepairedText {
  const page = repairWith(repairRules, pageOfText(text), { joinLines: false, ...options });
  return { text: page.text, repairs: page.repairs, undecided: page.undecided };
}
