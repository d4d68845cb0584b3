/** The scripts that are told apart; everything that is no letter is `common`. */
export type Script =
  | 'common'
  | 'thai'
  | 'latin'
  | 'lao'
  | 'khmer'
  | 'myanmar'
  | 'han'
  | 'kana'
  | 'hangul'
  | 'arabic'
  | 'devanagari'
  | 'cyrillic'
  | 'greek'
  | 'other';

const NAMES: readonly Script[] = [
  'common',
  'thai',
  'latin',
  'lao',
  'khmer',
  'myanmar',
  'han',
  'kana',
  'hangul',
  'arabic',
  'devanagari',
  'cyrillic',
  'greek',
];

const PROPERTIES = [
  '',
  'Thai',
  'Latin',
  'Lao',
  'Khmer',
  'Myanmar',
  'Han',
  'Katakana|Hiragana',
  'Hangul',
  'Arabic',
  'Devanagari',
  'Cyrillic',
  'Greek',
];

const LETTER = /[\p{L}\p{M}]/u;

/** Script of each UTF-16 unit met so far, as 1 + an index into NAMES; 255 is a letter of no listed script. */
const seen = new Uint8Array(0x10000);

/**
 * The script of a code point, by the Script property of Unicode, for letters and their marks.
 * Digits and punctuation belong to no script: Thai digits stand in English text as well.
 */
export function scriptOf(codePoint: number): Script {
  if (codePoint > 0xffff) return classify(codePoint);
  let index = seen[codePoint] ?? 0;
  if (index === 0) {
    const at = NAMES.indexOf(classify(codePoint));
    index = at < 0 ? 255 : at + 1;
    seen[codePoint] = index;
  }
  return index === 255 ? 'other' : (NAMES[index - 1] ?? 'other');
}

function classify(codePoint: number): Script {
  const character = String.fromCodePoint(codePoint);
  if (!LETTER.test(character)) return 'common';
  for (let index = 1; index < NAMES.length; index++) {
    for (const property of (PROPERTIES[index] ?? '').split('|')) {
      if (new RegExp(`\\p{Script=${property}}`, 'u').test(character)) return NAMES[index] ?? 'other';
    }
  }
  // Combining marks of the Common and Inherited scripts go with what stands around them.
  return /\p{M}/u.test(character) ? 'common' : 'other';
}

/** A run of letters of one script, with the spaces, digits and punctuation between them. */
export interface ScriptRun {
  readonly script: Script;
  readonly start: number;
  readonly end: number;
  /** How many letters and marks it holds. */
  readonly letters: number;
}

/** The script runs of a text, in order; they hold all its letters. */
export function scriptRuns(text: string): ScriptRun[] {
  const runs: ScriptRun[] = [];
  let script: Script = 'common';
  let start = 0;
  let end = 0;
  let letters = 0;
  for (let at = 0; at < text.length; ) {
    const point = text.codePointAt(at) ?? 0;
    const next = at + (point > 0xffff ? 2 : 1);
    const here = scriptOf(point);
    if (here !== 'common') {
      if (here !== script) {
        if (letters > 0) runs.push({ script, start, end, letters });
        script = here;
        start = at;
        letters = 0;
      }
      end = next;
      letters++;
    }
    at = next;
  }
  if (letters > 0) runs.push({ script, start, end, letters });
  return runs;
}
