import type { Entity } from '../../document/page.ts';
import type { TagInput, TagRule } from '../rule.ts';
import { tokenStarts } from '../token-starts.ts';
import { isAcronym } from './acronym.ts';
import { composedName } from './composed-name.ts';
import { type LatinWord, latinWords } from './english-name.ts';
import type { NamedThing } from './name-book.ts';
import { type NamePair, namePairs } from './pair.ts';

/** Words of all capitals in a row from which on they are a heading. */
const HEADING_WORDS = 4;
/** Below this a name's left border is a guess, and the name defines nothing. */
const MIN_CONFIDENCE = 0.6;
const SMALL = /^(?:of|the|and|for|in|on|to|against|with|by|&)$/;

/**
 * Organisations and other things that the document gives an acronym or a second name: every mention of
 * every name of theirs, linked by `id`, on pages before the definition too. Acronyms that nothing
 * explains are tagged as acronyms.
 */
export const acronyms: TagRule = {
  name: 'acronyms',
  learn(page, { names }) {
    for (const pair of namePairs(page.text, tokenStarts(page))) {
      if (pair.confidence < MIN_CONFIDENCE) continue;
      names.define(definition(page.text, pair));
      const part = composedName(page.text, pair);
      if (part !== null) names.define(part);
    }
    const words = latinWords(page.text);
    for (const word of bareAcronyms(page.text, words)) names.meet(word.text);
    for (const phrase of capitalisedPhrases(page.text, words)) names.phrase(phrase);
  },
  find(page, { names }) {
    const found: Entity[] = fullNames(page, names.things);
    for (const word of bareAcronyms(page.text, latinWords(page.text))) {
      const thing =
        names.things.byAbbreviation.get(word.text) ?? singular(word.text, names.things.byAbbreviation);
      found.push(mention(word, thing));
    }
    return { entities: found };
  },
};

function definition(text: string, pair: NamePair) {
  const cut = (span: { start: number; end: number } | null): string | null =>
    span === null ? null : text.slice(span.start, span.end).replace(/\s+/g, ' ');
  return {
    abbreviation: cut(pair.abbreviation),
    thai: cut(pair.thai),
    english: cut(pair.english),
    type: pair.type,
    confidence: pair.confidence,
  };
}

/** Words that are acronyms where they stand: in no heading of capitals, no address, no code. */
function bareAcronyms(text: string, words: readonly LatinWord[]): LatinWord[] {
  const out: LatinWord[] = [];
  let capitals: LatinWord[] = [];
  const flush = (): void => {
    if (capitals.length < HEADING_WORDS) out.push(...capitals.filter((word) => stands(text, word)));
    capitals = [];
  };
  for (const word of words) {
    const last = capitals.at(-1);
    if (last !== undefined && /\S/.test(text.slice(last.end, word.start))) flush();
    if (/^[^a-z]*[A-Z][^a-z]*s?$/.test(word.text) || isAcronym(word.text)) capitals.push(word);
    else flush();
  }
  flush();
  return out;
}

function stands(text: string, word: LatinWord): boolean {
  if (!isAcronym(word.text)) return false;
  return (
    !/[@_/\\.\p{N}]/u.test(text.charAt(word.start - 1)) &&
    !/^(?:[@_\\]|\.\w)/.test(text.slice(word.end, word.end + 2))
  );
}

function capitalisedPhrases(text: string, words: readonly LatinWord[]): LatinWord[][] {
  const phrases: LatinWord[][] = [];
  let phrase: LatinWord[] = [];
  for (const word of words) {
    const last = phrase.at(-1);
    const joined = last === undefined || /^[\s\-–]*$/.test(text.slice(last.end, word.start));
    const fits = /^[A-Z]/.test(word.text) || (phrase.length > 0 && SMALL.test(word.text));
    if (joined && fits) {
      phrase.push(word);
      continue;
    }
    if (phrase.length > 2) phrases.push(phrase);
    phrase = /^[A-Z]/.test(word.text) ? [word] : [];
  }
  if (phrase.length > 2) phrases.push(phrase);
  return phrases;
}

function fullNames(
  page: TagInput,
  things: { longestAt: (text: string, at: number) => { name: string; thing: NamedThing } | null },
): Entity[] {
  const { text } = page;
  const found: Entity[] = [];
  for (let at = 0; at < text.length; at++) {
    const hit = things.longestAt(text, at);
    if (hit === null || cutsLatinWord(text, at, hit.name)) continue;
    const end = at + hit.name.length;
    const outer = found.at(-1);
    // A name may hold the name of another thing; parts of its own name are no further mentions.
    if (outer !== undefined && outer.end >= end && outer.id === hit.thing.id) continue;
    found.push({
      start: at,
      end,
      type: hit.thing.type,
      text: hit.name,
      id: hit.thing.id,
      rule: 'name-pair',
      confidence: hit.thing.confidence,
    });
  }
  return found;
}

function cutsLatinWord(text: string, at: number, name: string): boolean {
  const latin = (character: string): boolean => /[\p{Script=Latin}\d]/u.test(character);
  const end = at + name.length;
  if (latin(name.charAt(0)) && latin(text.charAt(at - 1))) return true;
  return latin(name.charAt(name.length - 1)) && latin(text.charAt(end));
}

function singular(word: string, things: ReadonlyMap<string, NamedThing>): NamedThing | undefined {
  return /[A-Z]s$/.test(word) ? things.get(word.slice(0, -1)) : things.get(`${word}s`);
}

function mention(word: LatinWord, thing: NamedThing | undefined): Entity {
  const { start, end, text } = word;
  if (thing === undefined) {
    return {
      start,
      end,
      type: 'acronym',
      text,
      id: `acronym:${text.toLowerCase()}`,
      rule: 'acronym',
      confidence: 0.5,
    };
  }
  return { start, end, type: thing.type, text, id: thing.id, rule: 'acronym', confidence: thing.confidence };
}
