import { CharacterClass, classAt, thaiRunEnd } from './character.ts';
import type { SegmentEngine } from './engine.ts';
import { partWord } from './english.ts';
import { afterPrepend, insideGrapheme } from './grapheme.ts';
import type { TokenRule } from './rule.ts';
import { abbreviationAt } from './rules/abbreviation.ts';
import { email } from './rules/email.ts';
import { number } from './rules/number.ts';
import { symbol } from './rules/symbol.ts';
import { thaiSign } from './rules/thai-sign.ts';
import { url } from './rules/url.ts';
import { whiteSpace } from './rules/white-space.ts';
import { word } from './rules/word.ts';

/** The rules to ask, in order, by the class of the first character; `symbol` takes what they leave. */
const RULES: Readonly<Record<number, readonly TokenRule[]>> = {
  [CharacterClass.space]: [whiteSpace],
  [CharacterClass.digit]: [url, email, number],
  [CharacterClass.letter]: [url, email, word],
  [CharacterClass.sign]: [thaiSign],
};

/**
 * Where the tokens of a text end, ascending, the last at `text.length`: for any text at all, without
 * loss, in time linear in it, and never inside a grapheme cluster or a Thai character cluster.
 */
export function cutText(text: string, engine: SegmentEngine): number[] {
  const ends: number[] = [];
  for (let at = 0; at < text.length; ) {
    at =
      classAt(text, at) === CharacterClass.thai
        ? cutThai(text, at, { engine, ends })
        : cutOther(text, at, ends);
  }
  return ends;
}

/** The tokens of a text, given where they end. */
export function sliceTokens(text: string, ends: readonly number[]): string[] {
  let start = 0;
  return ends.map((end) => {
    const token = text.slice(start, end);
    start = end;
    return token;
  });
}

interface Target {
  readonly engine: SegmentEngine;
  readonly ends: number[];
}

/** Cuts the run of Thai letters at the offset, and the abbreviation that ends it; gives where it ended. */
function cutThai(text: string, start: number, { engine, ends }: Target): number {
  const runEnd = thaiRunEnd(text, start);
  const pointed = text.charAt(runEnd) === '.' && text.charAt(runEnd + 1) !== '.';
  const abbreviation = pointed ? abbreviationAt(text, start, runEnd) : null;
  const wordsEnd = abbreviation?.start ?? runEnd;
  if (wordsEnd > start) {
    for (const end of engine.cut(text.slice(start, wordsEnd))) ends.push(start + end);
    if (!abbreviation) ends.pop();
  }
  const end = clusterEnd(text, abbreviation?.end ?? runEnd);
  ends.push(end);
  return end;
}

function cutOther(text: string, start: number, ends: number[]): number {
  for (const rule of RULES[classAt(text, start)] ?? []) {
    const end = rule.match(text, start);
    if (end === start) continue;
    if (rule === word) pushParts(text, { start, end }, ends);
    const whole = clusterEnd(text, end);
    ends.push(whole);
    return whole;
  }
  const end = clusterEnd(text, symbol.match(text, start));
  ends.push(end);
  return end;
}

/** Adds where the inner parts of a word end. */
function pushParts(text: string, { start, end }: { start: number; end: number }, ends: number[]): void {
  for (const part of partWord(text.slice(start, end))) {
    if (start + part < end && !insideGrapheme(text, start + part)) ends.push(start + part);
  }
}

/** The first offset from `end` on that lies inside no grapheme cluster. */
function clusterEnd(text: string, end: number): number {
  let at = end;
  while (at < text.length) {
    if (insideGrapheme(text, at)) at++;
    else if (afterPrepend(text, at)) at = Math.max(symbol.match(text, at), word.match(text, at));
    else break;
  }
  return at;
}
