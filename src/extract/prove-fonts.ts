import type { FontFacts } from '../document/font.ts';
import type { Glyphs } from '../document/glyphs.ts';
import type { FontEvidence } from './font-evidence.ts';
import { isDoubtful } from './font-program/doubt.ts';
import type { FontTable } from './font-table.ts';

/** What the first pass leaves: the fonts, what was counted of them, and the pages. */
export interface FirstPass {
  readonly fonts: FontTable;
  readonly evidence: FontEvidence;
  readonly pages: AsyncIterable<{ readonly claimed: { readonly text: string; readonly glyphs: Glyphs } }>;
}

/**
 * The facts on every font of a document. The font programs are read only where what the fonts claim
 * gives reason to doubt them, and the pages again only where the programs leave something open; a file
 * whose objects cannot be read keeps its claims.
 */
export async function proveFonts(
  { bytes, password }: { bytes: Uint8Array; password: string | undefined },
  { fonts: table, evidence, pages }: FirstPass,
): Promise<FontFacts[]> {
  const { fonts } = table;
  const observed = fonts.map((font, i) => ({ ...font, page: table.pages[i] ?? 0, codes: evidence.codes(i) }));
  if (!observed.some(isDoubtful)) return evidence.facts(fonts);
  try {
    const { identifyGlyphs, solveOpenCodes } = await import('./font-program/index.ts');
    const readings = identifyGlyphs(bytes, observed, password);
    if (readings.open.length === 0) return evidence.facts(fonts, readings.proofs);
    return evidence.facts(fonts, await solveOpenCodes(readings, claimsOf(pages), fonts));
  } catch {
    return evidence.facts(fonts);
  }
}

async function* claimsOf(pages: FirstPass['pages']): AsyncGenerator<{ text: string; glyphs: Glyphs }> {
  for await (const { claimed } of pages) yield claimed;
}
