import { SARA_AA, SARA_AM, THAI_BASE, thaiClass } from '../document/thai.ts';

/**
 * Counts over a text that tell a healthy one from a broken one. Clean Thai (1.37 million consonants
 * of UD Thai-PUD, UD Thai-TUD and Wisesight) has 9 to 12 SARA AM a thousand consonants, and 8 to 9
 * SARA AM among a hundred SARA AM and SARA AA.
 */
export interface TextFacts {
  readonly consonants: number;
  readonly saraAa: number;
  readonly saraAm: number;
  /** SARA AA (after a tone mark or not) that a white space parts from a consonant before it. */
  readonly partedAa: number;
  /** NIKHAHIT before or after SARA AA, with a tone mark between or not. */
  readonly decomposedAm: number;
  /** Thai letters with white space on both sides. */
  readonly loneLetters: number;
}

/** Counts in one pass over the text. */
export function textFacts(text: string): TextFacts {
  let consonants = 0;
  let saraAa = 0;
  let saraAm = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x0e00) continue;
    if (code === SARA_AA) saraAa += 1;
    else if (code === SARA_AM) saraAm += 1;
    else if ((thaiClass(code) & THAI_BASE) !== 0) consonants += 1;
  }
  return {
    consonants,
    saraAa,
    saraAm,
    partedAa: count(text, /[ก-ฮ][\u0e31\u0e34-\u0e39]?[่-๋]?[ \u00a0\u2000-\u200a\u202f\u3000\n]{1,4}[่-๋]?า/g),
    decomposedAm: count(text, /ํ[่-๋]?า|าํ/g),
    loneLetters: count(text, /(?<=\s)[\u0e01-\u0e4e](?=\s)/g),
  };
}

/** SARA AM among SARA AM and SARA AA; NaN for a text that has neither. */
export function saraAmShare(facts: TextFacts): number {
  return facts.saraAm / (facts.saraAm + facts.saraAa);
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  pattern.lastIndex = 0;
  while (pattern.test(text)) found += 1;
  return found;
}
