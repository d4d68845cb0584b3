import type { Evidence } from '../../document/evidence.ts';
import type { ActualText } from '../../document/page.ts';
import {
  isThai,
  isThaiMark,
  SARA_AA,
  SARA_AM,
  THAI_BASE,
  ThaiClass,
  thaiClass,
} from '../../document/thai.ts';
import { foldThai } from '../fold.ts';
import type { Finding, RepairRule } from '../rule.ts';

/**
 * Text that the PDF itself gives for a stretch of glyphs (/ActualText), where it is Thai and the
 * claimed text is another: taken where both have the same consonants, so that a text which stands for
 * something else (a picture, a line-end hyphen) changes nothing.
 */
export const actualText: RepairRule = {
  name: 'actual-text',
  *find({ text, actualText: spans }): Generator<Finding> {
    for (const span of spans) {
      const actual = clean(span.text);
      const claimed = text.slice(span.start, span.end);
      if (actual === '' || foldThai(actual) === foldThai(claimed) || !isThaiText(actual)) continue;
      if (!agree(claimed, actual) && !agree(span.claimed, actual)) continue;
      if (repeats(text, span, actual)) continue;
      const { start, end } = span;
      const evidence: Evidence[] = [{ kind: 'actual-text', word: actual }];
      yield { start, end, after: actual, evidence, confidence: 0.9995 };
    }
  },
};

/** Without characters that nobody sees, in normal form, with white space as spaces. */
function clean(text: string): string {
  return text
    .replace(/[\p{Cc}\u00ad\u200b-\u200f\u2060\ufeff]/gu, '')
    .replace(/\s/gu, ' ')
    .normalize('NFC');
}

function isThaiText(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (isThai(text.charCodeAt(i))) return true;
  return false;
}

/** Whether the consonants are the same, but for as many as the claimed text has characters that say nothing. */
function agree(claimed: string, actual: string): boolean {
  const [left, blanks] = skeleton(claimed);
  const [right] = skeleton(actual);
  if (left === right) return left !== '' || claimed.length <= 4;
  return right.length - left.length <= blanks && right.length >= left.length && isSubsequence(left, right);
}

/** The Thai letters that stand on the line, and how many characters may be any letter. */
function skeleton(text: string): [letters: string, blanks: number] {
  let letters = '';
  let blanks = 0;
  for (const character of text) {
    const code = character.charCodeAt(0);
    if ((thaiClass(code) & (THAI_BASE | ThaiClass.leadingVowel | ThaiClass.digit)) !== 0)
      letters += character;
    else if (!isThai(code) && code !== 0x20) blanks++;
  }
  return [letters, blanks];
}

function isSubsequence(part: string, whole: string): boolean {
  let at = 0;
  for (const character of whole) if (character === part[at]) at++;
  return at === part.length;
}

/** Whether the glyphs after the stretch draw what its text already says: the text would stand there twice. */
function repeats(text: string, { end }: ActualText, actual: string): boolean {
  const next = text.charCodeAt(end);
  if (!isThaiMark(next) && next !== SARA_AA && next !== SARA_AM) return false;
  return foldThai(actual).endsWith(foldThai(text.charAt(end)));
}
