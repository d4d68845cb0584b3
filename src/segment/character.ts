/** What a UTF-16 unit may begin, for choosing the rules to ask. */
export const CharacterClass = {
  other: 0,
  thai: 1,
  space: 2,
  digit: 3,
  letter: 4,
  sign: 5,
} as const;

export type CharacterClass = (typeof CharacterClass)[keyof typeof CharacterClass];

const { other, thai, space, digit, letter, sign } = CharacterClass;

const SPACE = /\s/u;
const LETTER = /[\p{L}\p{M}]/u;
const THAI_LETTER = /[\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e]/u;
const THAI_SIGN = /[\u0e2f\u0e46]/u;
const DIGIT = /[0-9\u0e50-\u0e59]/u;

const LATIN_END = 0x0250;
const THAI_START = 0x0e00;
const THAI_END = 0x0e80;

/** The classes of the Latin and Thai units, where nearly all text of Thai documents lies. */
const TABLE = new Uint8Array(THAI_END);
for (let code = 0; code < LATIN_END; code++) TABLE[code] = classify(String.fromCharCode(code));
for (let code = THAI_START; code < THAI_END; code++) TABLE[code] = classify(String.fromCharCode(code));

function classify(character: string): CharacterClass {
  if (THAI_LETTER.test(character)) return thai;
  if (SPACE.test(character)) return space;
  if (DIGIT.test(character)) return digit;
  if (THAI_SIGN.test(character)) return sign;
  return LETTER.test(character) ? letter : other;
}

/** The class of the character at the offset. */
export function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < LATIN_END || (code >= THAI_START && code < THAI_END)) return TABLE[code] ?? other;
  return classify(String.fromCodePoint(text.codePointAt(at) ?? 0));
}

/** Where the run of Thai consonants, vowels and marks that begins at the offset ends. */
export function thaiRunEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && TABLE[text.charCodeAt(end)] === thai) end++;
  return end;
}
