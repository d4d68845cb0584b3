import { THAI_BASE, THAI_LETTER, THAI_MARK, ThaiClass, thaiClass } from '../document/thai.ts';

/** A letter that takes room, with the marks over and under it. */
export interface Unit {
  readonly start: number;
  readonly end: number;
  /** Whether the letter is a consonant or ฤ ฦ, which alone may bear marks. */
  readonly base: boolean;
  readonly letter: string;
  readonly marks: string;
}

/** The unit that starts at an offset; null where no Thai letter that takes room stands there. */
export function unitAt(text: string, offset: number): Unit | null {
  const kind = thaiClass(text.charCodeAt(offset));
  if ((kind & THAI_LETTER) === 0 || (kind & THAI_MARK) !== 0) return null;
  let end = offset + 1;
  while ((thaiClass(text.charCodeAt(end)) & THAI_MARK) !== 0) end += 1;
  const base = (kind & THAI_BASE) !== 0;
  return { start: offset, end, base, letter: text.charAt(offset), marks: text.slice(offset + 1, end) };
}

const VOWELS = ThaiClass.upperVowel | ThaiClass.lowerVowel | ThaiClass.maitaikhu | ThaiClass.nikhahit;

/**
 * Marks of one letter, each once, in the order of Thai: vowel, then tone mark or THANTHAKHAT.
 * Null when no Thai letter bears them together.
 */
export function canonicalMarks(marks: string): string | null {
  let vowel = '';
  let tone = '';
  for (const mark of marks) {
    const kind = thaiClass(mark.charCodeAt(0));
    if ((kind & VOWELS) !== 0) {
      if (vowel !== '' && vowel !== mark) return null;
      vowel = mark;
    } else if ((kind & (ThaiClass.tone | ThaiClass.thanthakhat)) !== 0) {
      if (tone !== '' && tone !== mark) return null;
      tone = mark;
    } else return null;
  }
  if (tone === '์' && vowel !== '' && vowel !== 'ิ' && vowel !== 'ุ') return null;
  return vowel + tone;
}
