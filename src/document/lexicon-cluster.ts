/** What a Thai letter says about a cut before or after it; one entry a letter of the block. */
const FOLLOWS = 1; // never begins a word: a mark, or a vowel written after its consonant
const LEADS = 2; // never ends a word: a vowel written before its consonant
const OPEN = 4; // never ends a syllable: MAI HAN-AKAT and SARA UEE want a letter after them
const TONE = 8; // stands on the vowel before it

const THANTHAKHAT = 0x4c;
const SARA_I = 0x34;
const SARA_U = 0x38;

const KINDS = letterKinds();

function letterKinds(): Uint8Array {
  const kinds = new Uint8Array(0x80);
  const mark = (from: number, to: number, kind: number) => {
    for (let code = from; code <= to; code++) kinds[code] = (kinds[code] ?? 0) | kind;
  };
  mark(0x30, 0x3a, FOLLOWS);
  mark(0x45, 0x45, FOLLOWS);
  mark(0x47, 0x4e, FOLLOWS);
  mark(0x40, 0x44, LEADS);
  mark(0x31, 0x31, OPEN);
  mark(0x37, 0x37, OPEN);
  mark(0x48, 0x4b, TONE);
  return kinds;
}

/**
 * Whether a word may begin at the offset, by the letters around it alone: never inside a Thai
 * character cluster. For offsets inside a run of Thai letters; the ends of a run are always legal.
 * (Theeramunkong et al., "Character cluster based Thai information retrieval", 2000; the rules here
 * keep to those that no dictionary word breaks.)
 */
export function mayBreak(text: string, at: number): boolean {
  for (let i = 0; i < 5; i++) around[i] = text.charCodeAt(at - 2 + i) - 0x0e00;
  return legalBreak(around, 2);
}

/** The codes around the offset that is asked for. */
const around = new Int32Array(5);

/** The same over codes of letters, each the offset in the Thai block, for loops over whole runs. */
export function legalBreak(codes: Uint8Array | Int32Array, at: number): boolean {
  if (((KINDS[codes[at] ?? 0] ?? 0) & FOLLOWS) !== 0) return false;
  const before = KINDS[codes[at - 1] ?? 0] ?? 0;
  if ((before & (LEADS | OPEN)) !== 0) return false;
  if ((before & TONE) !== 0 && ((KINDS[codes[at - 2] ?? 0] ?? 0) & OPEN) !== 0) return false;
  return !isSilenced(codes[at + 1] ?? 0, codes[at + 2] ?? 0);
}

/** Whether a letter is mute by what follows: THANTHAKHAT on it, or on its vowel as in "ธิ์" and "ธุ์". */
function isSilenced(next: number, afterNext: number): boolean {
  if (next === THANTHAKHAT) return true;
  return (next === SARA_I || next === SARA_U) && afterNext === THANTHAKHAT;
}
