/** What a Thai letter says about a cut before or after it; one entry a letter of the block. */
const FOLLOWS = 1; // never begins a word: a mark, or a vowel written after its consonant
const LEADS = 2; // never ends a word: a vowel written before its consonant
const OPEN = 4; // never ends a syllable: MAI HAN-AKAT and SARA UEE want a letter after them
const TONE = 8; // stands on the vowel before it

const SILENCED = 0x0e4c;

const KINDS = letterKinds();

function letterKinds(): Uint8Array {
  const kinds = new Uint8Array(0x80);
  const mark = (from: number, to: number, kind: number) => {
    for (let code = from; code <= to; code++) kinds[code - 0x0e00] = (kinds[code - 0x0e00] ?? 0) | kind;
  };
  mark(0x0e30, 0x0e3a, FOLLOWS);
  mark(0x0e45, 0x0e45, FOLLOWS);
  mark(0x0e47, 0x0e4e, FOLLOWS);
  mark(0x0e40, 0x0e44, LEADS);
  mark(0x0e31, 0x0e31, OPEN);
  mark(0x0e37, 0x0e37, OPEN);
  mark(0x0e48, 0x0e4b, TONE);
  return kinds;
}

function kind(text: string, at: number): number {
  return KINDS[text.charCodeAt(at) - 0x0e00] ?? 0;
}

/**
 * Whether a word may begin at the offset, by the letters around it alone: never inside a Thai
 * character cluster. For offsets inside a run of Thai letters; the ends of a run are always legal.
 * (Theeramunkong et al., "Character cluster based Thai information retrieval", 2000; the rules here
 * keep to those that no dictionary word breaks.)
 */
export function mayBreak(text: string, at: number): boolean {
  if ((kind(text, at) & FOLLOWS) !== 0) return false;
  const before = kind(text, at - 1);
  if ((before & (LEADS | OPEN)) !== 0) return false;
  if ((before & TONE) !== 0 && (kind(text, at - 2) & OPEN) !== 0) return false;
  return !silenced(text, at);
}

/** Whether the letter is mute: THANTHAKHAT on it, or on its vowel as in "ธิ์" and "ธุ์". */
function silenced(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  if (next === SILENCED) return true;
  return (next === 0x0e34 || next === 0x0e38) && text.charCodeAt(at + 2) === SILENCED;
}
