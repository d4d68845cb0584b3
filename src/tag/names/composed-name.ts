import { isAcronym } from './acronym.ts';
import type { Definition } from './name-book.ts';
import type { NamePair } from './pair.ts';

/** Kinds of documents as English names end in them, with how the Thai name opens that says the same. */
const KINDS: readonly (readonly [english: RegExp, thai: RegExp])[] = [
  [/^(?:MOU|MoU|Memorandum of Understanding)$/, /^บันทึกความเข้าใจว่าด้วย/],
  [/^(?:Agreement)$/, /^ความตกลงว่าด้วย/],
  [/^(?:Convention)$/, /^อนุสัญญาว่าด้วย/],
  [/^(?:Declaration|Joint Declaration)$/, /^ปฏิญญา(?:ร่วม)?ว่าด้วย/],
  [/^(?:Protocol)$/, /^พิธีสารว่าด้วย/],
];

/**
 * What a document's name says of the acronym in it: in "บันทึกความเข้าใจว่าด้วย X (COMMIT MOU)" the
 * memorandum concerns X on the Thai side and COMMIT on the English side, so X is COMMIT. Null where the
 * two sides are not built alike.
 */
export function composedName(text: string, pair: NamePair): Definition | null {
  const english = pair.english ?? pair.abbreviation;
  if (english === null || pair.thai === null) return null;
  const [, acronym = '', kind = ''] = /^(\S+)\s+(.+)$/s.exec(text.slice(english.start, english.end)) ?? [];
  if (!isAcronym(acronym)) return null;
  const thai = text.slice(pair.thai.start, pair.thai.end);
  const opening = KINDS.find(([pattern]) => pattern.test(kind))?.[1].exec(thai)?.[0];
  if (opening === undefined || opening.length === thai.length) return null;
  return {
    abbreviation: acronym,
    thai: thai.slice(opening.length),
    english: null,
    type: null,
    confidence: 0.7,
  };
}
