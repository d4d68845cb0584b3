import type { Block, Era, YearMention } from '../../document/page.ts';
import type { TagRule } from '../rule.ts';
import { withDoubt } from './doubt.ts';
import { readYears } from './index.ts';
import type { YearReading } from './reading.ts';

/** Blocks that number the page or repeat on every one: their figures are no years of the text. */
const FURNITURE = new Set<Block['kind']>(['page-header', 'page-footer', 'folio']);
const ERAS = new Set<string>(['BE', 'CE', 'RS', 'CS', 'AH'] satisfies Era[]);

/** Years, dates and periods with their era and their Gregorian value, outside the page's furniture. */
export const years: TagRule = {
  name: 'years',
  learn(page, knowledge) {
    for (const { year, era } of readYears(withoutFurniture(page.text, page.blocks))) {
      if (year === null || (era !== 'BE' && era !== 'CE')) continue;
      // Years of both eras are compared as Buddhist ones, as most are written.
      const buddhist = era === 'BE' ? year : year + 543;
      knowledge.years.set(buddhist, (knowledge.years.get(buddhist) ?? 0) + 1);
    }
  },
  find(page, knowledge) {
    const found: YearMention[] = [];
    for (const reading of readYears(withoutFurniture(page.text, page.blocks))) {
      const mention = mentionOf(reading.era === 'BE' ? withDoubt(reading, knowledge.years) : reading);
      if (mention !== null) found.push(mention);
    }
    return { years: found };
  },
};

/** The same text, as long, with U+0000 where the furniture stands. */
function withoutFurniture(text: string, blocks: readonly Block[]): string {
  let out = '';
  let at = 0;
  for (const block of blocks) {
    if (!FURNITURE.has(block.kind) || block.start < at) continue;
    out += text.slice(at, block.start) + '\0'.repeat(block.end - block.start);
    at = block.end;
  }
  return at === 0 ? text : out + text.slice(at);
}

/** A reading as the document has it; null for those without a year or value (`ม.ป.ป.`, `วานนี้`, `25x1`). */
function mentionOf(reading: YearReading): YearMention | null {
  const { era, eraSource, edtf } = reading;
  const year = reading.year ?? reading.years?.[0];
  if (!isEra(era) || eraSource === 'none' || edtf === null || year === undefined) return null;
  return { ...reading, era, eraSource, edtf, year };
}

function isEra(era: string): era is Era {
  return ERAS.has(era);
}
