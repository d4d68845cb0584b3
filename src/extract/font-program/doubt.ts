import { isThai, NIKHAHIT, SARA_AM } from '../../document/thai.ts';
import { type CodeCounts, isSuspect } from '../font-evidence.ts';

/** The part of {@link ObservedFont} that doubts are read from. */
export interface DoubtfulFont {
  readonly composite: boolean;
  readonly codes: ReadonlyMap<number, CodeCounts>;
}

/** A font with so many codes whose value is the code itself has no map of its own. */
const holes = { share: 0.5, least: 5 };

/**
 * Whether what a font claims gives reason to ask its program. The reasons are cheap to see and never
 * proof: a sound font may have them too, and then its program agrees with what it claims.
 */
export function isDoubtful({ composite, codes }: DoubtfulFont): boolean {
  const thai = new Set<string>();
  let leaks = 0;
  for (const [code, counts] of codes) {
    if (isOdd(counts)) return true;
    const { claimed } = counts;
    if (isThai(claimed.charCodeAt(0))) {
      if (thai.has(claimed)) return true;
      thai.add(claimed);
    }
    if (composite && claimed.charCodeAt(0) === code && claimed.length === 1) leaks++;
  }
  return (leaks >= holes.least && leaks > holes.share * codes.size) || isGibberish(codes);
}

/** English has some 38 vowels in a hundred letters, and nearly all letters small. */
const leastVowels = 0.2;
const leastLetters = 60;

/** Whether the Latin letters of a font are no words: codes of a subset without a map. */
function isGibberish(codes: ReadonlyMap<number, CodeCounts>): boolean {
  let letters = 0;
  let vowels = 0;
  for (const { claimed, count } of codes.values()) {
    if (!/^[A-Za-z\u00c0-\u017f]$/.test(claimed)) continue;
    letters += count;
    if (/[aeiou]/.test(claimed)) vowels += count;
  }
  return letters >= leastLetters && vowels < leastVowels * letters;
}

/** SARA AM, which shaped text seldom has as one glyph, and NIKHAHIT, which it has instead; several characters; anything inside Thai words. */
function isOdd(counts: CodeCounts): boolean {
  const { claimed, betweenThai, inSaraAm } = counts;
  const first = claimed.charCodeAt(0);
  if (isSuspect(counts) || first === SARA_AM || first === NIKHAHIT) return true;
  if (claimed.length > 1 && isThai(claimed.charCodeAt(0))) return true;
  return betweenThai + inSaraAm > 0 && !isThai(claimed.charCodeAt(0)) && !isPunctuation(claimed);
}

/** What may stand between Thai letters without a space in sound text. */
function isPunctuation(claimed: string): boolean {
  return /^[\s()[\]{}/\\|.,:;"'“”‘’–—-]$/u.test(claimed);
}
