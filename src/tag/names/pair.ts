import type { Span } from '../../document/span.ts';
import { isAcronym } from './acronym.ts';
import { type Bracket, brackets } from './bracket.ts';
import { capitalisedBefore, englishNameBefore } from './english-name.ts';
import { type Inner, readInner } from './inner.ts';
import { type ThaiName, thaiNameBefore } from './thai-name.ts';
import { headAt, typeOfEnglish } from './vocabulary.ts';

/** Names that a text puts side by side as names of one thing, as spans of the text. */
export interface NamePair extends Span {
  readonly thai: Span | null;
  readonly english: Span | null;
  readonly abbreviation: Span | null;
  /** `organisation`, `document`, ...; null where neither name has a word that tells. */
  readonly type: string | null;
  readonly confidence: number;
}

/**
 * The pairs of a text: `ไทย (ABBR)`, `ไทย (English, ABBR)`, `ไทย (English)`, `English (ABBR)`,
 * `English (ไทย)`, `ABBR (ไทย)`, with the left border of the name before the bracket found.
 */
export function namePairs(text: string, tokenStarts: ReadonlySet<number>): NamePair[] {
  const pairs: NamePair[] = [];
  for (const bracket of brackets(text)) {
    const inner = readInner(bracket.inner);
    const pair = inner === null ? null : pairAt(text, bracket, { inner: shift(inner, bracket), tokenStarts });
    if (pair !== null) pairs.push(pair);
  }
  return pairs;
}

interface Reading {
  readonly inner: Inner;
  readonly tokenStarts: ReadonlySet<number>;
}

function shift(inner: Inner, bracket: Bracket): Inner {
  const move = (span: Span | null): Span | null =>
    span && { start: span.start + bracket.start + 1, end: span.end + bracket.start + 1 };
  return { abbreviation: move(inner.abbreviation), english: move(inner.english), thai: move(inner.thai) };
}

function pairAt(text: string, bracket: Bracket, reading: Reading): NamePair | null {
  const { inner } = reading;
  const before = lastVisible(text, bracket.start);
  if (inner.thai !== null) return latinThenThai(text, bracket, inner.thai);
  if (/[A-Za-z.]/.test(before)) return latinThenAbbreviation(text, bracket, inner);
  const cut = (span: Span | null): string => (span === null ? '' : text.slice(span.start, span.end));
  const english = cut(inner.english);
  const abbreviation = cut(inner.abbreviation);
  const thai = thaiNameBefore(text, bracket.start, {
    english,
    abbreviation,
    tokenStarts: reading.tokenStarts,
  });
  if (thai === null) return null;
  return {
    start: thai.start,
    end: bracket.end,
    thai: { start: thai.start, end: thai.end },
    english: inner.english,
    abbreviation: inner.abbreviation,
    type: pairType(thai, english),
    confidence: thai.confidence,
  };
}

function lastVisible(text: string, end: number): string {
  let at = end;
  while (at > 0 && /\s/.test(text.charAt(at - 1))) at--;
  return text.charAt(at - 1);
}

function pairType(thai: ThaiName, english: string): string | null {
  return thai.type ?? typeOfEnglish(english);
}

function latinThenThai(text: string, bracket: Bracket, thai: Span): NamePair | null {
  const english = capitalisedBefore(text, bracket.start);
  if (english === null) return null;
  const name = text.slice(english.start, english.end);
  const acronym = isAcronym(name);
  const type = typeOfThai(text, thai);
  // "MOU (ฉบับที่ 2)": what follows a lone acronym is a name only when it opens like one.
  if (type === null && (acronym || !name.includes(' '))) return null;
  return {
    start: english.start,
    end: bracket.end,
    thai,
    english: acronym ? null : english,
    abbreviation: acronym ? english : null,
    type: type ?? typeOfEnglish(name),
    confidence: 0.85,
  };
}

function typeOfThai(text: string, thai: Span): string | null {
  return headAt(text, thai.start)?.type ?? null;
}

function latinThenAbbreviation(text: string, bracket: Bracket, inner: Inner): NamePair | null {
  if (inner.abbreviation === null || inner.english !== null) return null;
  const acronym = text.slice(inner.abbreviation.start, inner.abbreviation.end);
  const english = englishNameBefore(text, bracket.start, acronym);
  if (english === null) return null;
  return {
    start: english.start,
    end: bracket.end,
    thai: null,
    english,
    abbreviation: inner.abbreviation,
    type: typeOfEnglish(text.slice(english.start, english.end)),
    confidence: 0.95,
  };
}
