import type { Span } from '../../document/span.ts';
import { isAcronym, isThaiAbbreviation } from './acronym.ts';

/** What stands between the brackets after a name: spans of the bracket's inner text. */
export interface Inner {
  readonly abbreviation: Span | null;
  readonly english: Span | null;
  readonly thai: Span | null;
}

const ENGLISH = /^[\p{Script=Latin}\d][\p{Script=Latin}\p{M}\d\s&'’“”".,:;/+–—-]*$/u;
const THAI = /^[\u0e01-\u0e5b][\u0e01-\u0e5b\s\d–.-]*$/;
const THAI_LETTER = /[\u0e01-\u0e2e]/;
/** A citation, a page or a remark, not a name. */
const NO_NAME = /\d{4}|\bet al\b|\bn\.d\.|\bpp?\.|\bibid\b|\be\.g\.|\bi\.e\.|^see\b|^per\b/i;
/** `English Name: ABBR`, `English Name, ABBR`, `English Name - ABBR`, `English Name ABBR`. */
const NAME_THEN_ABBREVIATION =
  /^(.+?)(?:\s*[:,;=–—]\s*|\s+-\s+|\s*\(\s*|\s*\bor\s+)([A-Z][^\s()]{1,13})\)?$/su;
/** `ABBR: English Name`. */
const ABBREVIATION_THEN_NAME = /^([A-Z][^\s:,–—]{1,13})(?:\s*[:,;=–—]\s*|\s+-\s+)(\S.+)$/su;

/** Reads the text between brackets as an acronym, an English or Thai name, or both; null when it is none. */
export function readInner(inner: string): Inner | null {
  const start = inner.length - inner.trimStart().length;
  const body = inner.trim();
  if (body === '') return null;
  const span = (from: number, length: number): Span => ({ start: start + from, end: start + from + length });
  if (isAcronym(body) || isThaiAbbreviation(body)) {
    return { abbreviation: span(0, body.length), english: null, thai: null };
  }
  const both = nameAndAbbreviation(body);
  if (both !== null) {
    const [name, abbreviation] = both;
    return { abbreviation: span(...abbreviation), english: span(...name), thai: null };
  }
  if (isEnglishName(body)) return { abbreviation: null, english: span(0, body.length), thai: null };
  if (THAI.test(body) && THAI_LETTER.test(body)) {
    return { abbreviation: null, english: null, thai: span(0, body.length) };
  }
  return null;
}

type Place = readonly [from: number, length: number];

function nameAndAbbreviation(body: string): readonly [name: Place, abbreviation: Place] | null {
  const after = NAME_THEN_ABBREVIATION.exec(body);
  if (after !== null) {
    const [, name = '', abbreviation = ''] = after;
    if (isAcronym(abbreviation) && isEnglishName(name)) {
      return [
        [0, name.length],
        [body.lastIndexOf(abbreviation), abbreviation.length],
      ];
    }
  }
  const before = ABBREVIATION_THEN_NAME.exec(body);
  if (before !== null) {
    const [, abbreviation = '', name = ''] = before;
    if (isAcronym(abbreviation) && isEnglishName(name)) {
      return [
        [body.length - name.length, name.length],
        [0, abbreviation.length],
      ];
    }
  }
  return null;
}

/** Whether a text can be the English name of something: Latin words, one capitalised, no citation. */
export function isEnglishName(text: string): boolean {
  if (text.length < 3 || !ENGLISH.test(text) || NO_NAME.test(text)) return false;
  const letters = text.replace(/[^\p{L}]/gu, '');
  return letters.length >= 3 && letters.length * 2 > text.length;
}
