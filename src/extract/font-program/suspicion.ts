import { isThai, isThaiMark, SARA_AM } from '../../document/thai.ts';
import { thaiOfPrivateUse } from '../../document/thai-private-use.ts';
import { type CodeCounts, isSuspect } from '../font-evidence.ts';
import type { FontObject } from './font-object.ts';
import { textOfName } from './glyph-names.ts';
import type { ObservedFont } from './observed-font.ts';

/**
 * Why a claimed value is doubted: `nothing` that a text can have is claimed, or a `hole` was filled with
 * the code; a `mark` is claimed to be something else; something that is no Thai stands `inside` Thai
 * words; a letter is claimed with its marks (`several`); one letter is claimed for two outlines
 * (`twin`); SARA AM, which may be either of its parts (`sara-am`).
 */
export type Suspicion = 'nothing' | 'hole' | 'mark' | 'inside' | 'several' | 'twin' | 'sara-am';

/** An advance below this share of a thousandth of an em is that of a mark. */
const markAdvance = 60;

/** The codes of a font to doubt, with why. */
export function suspicions(font: ObservedFont, object: FontObject): Map<number, Suspicion> {
  const found = new Map<number, Suspicion>();
  const claims = new Map<string, number>();
  let thai = 0;
  for (const { claimed } of font.codes.values()) {
    claims.set(claimed, (claims.get(claimed) ?? 0) + 1);
    if (isThai(claimed.charCodeAt(0))) thai++;
  }
  const isThaiFont = thai >= leastThaiLetters;
  for (const [code, counts] of font.codes) {
    const reason = suspicionOf({ code, counts, object, font, isThaiFont });
    if (reason !== null) found.set(code, reason);
    else if (isThai(counts.claimed.charCodeAt(0)) && (claims.get(counts.claimed) ?? 0) > 1) {
      found.set(code, 'twin');
    }
  }
  return found;
}

/** A font that draws this many Thai letters is a Thai font. */
export const leastThaiLetters = 5;

interface Asked {
  readonly isThaiFont: boolean;
  readonly code: number;
  readonly counts: CodeCounts;
  readonly object: FontObject;
  readonly font: ObservedFont;
}

function suspicionOf({ code, counts, object, font, isThaiFont }: Asked): Suspicion | null {
  const { claimed, count, afterThai, betweenThai } = counts;
  const first = claimed.charCodeAt(0);
  if (thaiOfPrivateUse(first) !== '') return null; // a claim of its own kind
  if (isSuspect(counts) && first !== 0x20 && first !== 0xa0) return 'nothing';
  if (claimed.length > 1 && isThai(first)) return 'several';
  if (first === SARA_AM) return 'sara-am';
  if (isThai(first)) return null;
  if (isHole(code, claimed, object)) return 'hole';
  if ((afterThai > 0 || isThaiFont) && isMarkAdvance(font, code)) return 'mark';
  const word = /^[\p{L}\p{N}\p{S}@#%&*+]$/u.test(claimed);
  return isThaiFont && word && 2 * betweenThai >= count && betweenThai > 0 ? 'inside' : null;
}

/** Whether the PDF gives a code no value, so that the reader had to guess one. */
function isHole(code: number, claimed: string, object: FontObject): boolean {
  if (object.toUnicode?.has(code)) return false;
  if (object.composite) return claimed.length === 1 && claimed.charCodeAt(0) === code;
  const name = object.nameOf(code);
  return object.toUnicode === null && !object.latin && (name === undefined || textOfName(name) === null);
}

/** Whether a code does not move the pen by more than a mark does. */
export function isMarkAdvance(font: ObservedFont, code: number): boolean {
  const width = font.widths[code];
  return width !== undefined && width < markAdvance;
}

/** Whether the font's marks have no advance, as nearly all Thai fonts have it. */
export function hasFlatMarks(font: ObservedFont): boolean {
  let flat = 0;
  let marks = 0;
  for (const [code, { claimed }] of font.codes) {
    if (claimed.length !== 1 || !isThaiMark(claimed.charCodeAt(0))) continue;
    marks++;
    if (isMarkAdvance(font, code)) flat++;
  }
  return marks === 0 || 2 * flat > marks;
}
