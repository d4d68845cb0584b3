import type { Span } from '../../document/span.ts';
import type { HeadBorder } from './head-border.ts';
import { headAt } from './vocabulary.ts';

/** What stands in the bracket after a Thai name. */
export type BracketKind = 'thai-abbreviation' | 'latin-abbreviation' | 'english';

/** A bracket whose Thai name is looked for: the name ends at `end` and begins in `[start, end)`. */
export interface BorderQuestion extends Span {
  readonly text: string;
  readonly kind: BracketKind;
  /** The abbreviation, or the empty string. */
  readonly abbreviation: string;
  /** The English name in lower case, or the empty string. */
  readonly english: string;
  /** Where the name begins by its head words alone. */
  readonly byHead: HeadBorder;
  /** Offsets at which a name can begin, ascending; the first is `start`. */
  readonly candidates: readonly number[];
}

/** Bits of a feature's hash: the model has as many weights as they count. */
export const FEATURE_BITS = 16;

const LENGTHS = [4, 8, 12, 16, 20, 25, 30, 36, 44, 54, 66, 80, 100];
const RATIOS = [0.3, 0.5, 0.7, 0.9, 1.1, 1.3, 1.6, 2, 2.6, 3.5];
const CLAUSES = /ได้|ให้|ซึ่ง|จะ|แล้ว|ว่า(?!ด้วย)|โดย|ต้อง|เพื่อให้|ทั้งนี้/g;

/**
 * The features of a candidate border, as hashes below `2 ** FEATURE_BITS`: the letters before and after
 * it, the head word at it, and how the name from it fits the abbreviation or the English beside it.
 */
export function borderFeatures(question: BorderQuestion, index: number, out: number[]): number[] {
  out.length = 0;
  const { text, start, end, kind } = question;
  const at = question.candidates[index] ?? start;
  const name = text.slice(at, end);
  const before = at === start ? '^' : text.slice(Math.max(start, at - 8), at);
  for (let size = 1; size <= 7; size++) {
    if (size <= before.length) add(out, `p${before.slice(-size)}`);
    if (size <= name.length) add(out, `n${name.slice(0, size + 1)}`);
  }
  add(out, `x${before.slice(-2)}|${name.slice(0, 3)}`);
  add(out, `y${before.slice(-4)}|${name.slice(0, 4)}`);
  add(out, `k${kind}${at === question.byHead.at}${question.byHead.sure}`);
  add(out, `j${kind}${Math.sign(at - question.byHead.at)}${headAt(text, question.byHead.at) !== null}`);
  headFeatures(question, at, out);
  add(out, `l${kind}${bin(name.length, LENGTHS)}`);
  add(out, `s${kind}${Math.min(3, name.split(/\s+/).length - 1)}`);
  add(out, `c${kind}${Math.min(3, name.match(CLAUSES)?.length ?? 0)}`);
  add(out, `d${kind}${/[\d๐-๙]/.test(name)}${/[A-Za-z]/.test(name)}`);
  if (kind === 'english') add(out, `r${bin(name.length / question.english.length, RATIOS)}`);
  else abbreviationFeatures(question, index, out);
  return out;
}

function headFeatures({ text, start, english, kind }: BorderQuestion, at: number, out: number[]): void {
  const head = headAt(text, at);
  const space = at === start || /\s/.test(text.charAt(at - 1));
  add(out, `h${head?.word ?? '-'}`);
  add(out, `b${space}${head?.type ?? '-'}${kind}`);
  if (english === '') return;
  const words = new Set(english.match(/[a-z]+/g) ?? []);
  let translated = false;
  for (const word of head?.english ?? []) translated ||= words.has(word);
  add(out, `t${translated}${head !== null}`);
}

/** How the initials of the words from the candidate on spell the abbreviation. */
function abbreviationFeatures(question: BorderQuestion, index: number, out: number[]): void {
  const { text, candidates, kind } = question;
  if (question.abbreviation === '') return;
  const words = candidates.length - index;
  if (kind === 'latin-abbreviation') {
    const letters = question.abbreviation.replace(/[^A-Z]/g, '').length;
    add(out, `w${bin(words / Math.max(1, letters), RATIOS)}`);
    return;
  }
  const letters = question.abbreviation.replace(/[^ก-ฮ]/g, '');
  const initials = candidates.slice(index).map((at) => initial(text, at));
  add(out, `f${initials[0] === letters.charAt(0)}${initials[1] === letters.charAt(0)}`);
  add(out, `g${initials[1] === letters.charAt(1)}${initials[2] === letters.charAt(1)}`);
  let matched = 0;
  for (const letter of initials) if (letter === letters.charAt(matched)) matched++;
  add(out, `m${letters.length - matched}`);
  add(out, `v${bin(words / Math.max(1, letters.length), RATIOS)}`);
}

/** The first consonant of a word: a leading vowel is written before it. */
function initial(text: string, at: number): string {
  return /[เแโใไ]/.test(text.charAt(at)) ? text.charAt(at + 1) : text.charAt(at);
}

function bin(value: number, limits: readonly number[]): number {
  let index = 0;
  while (index < limits.length && value > (limits[index] ?? 0)) index++;
  return index;
}

/** FNV-1a over UTF-16 units. */
function add(out: number[], feature: string): void {
  let hash = 0x811c9dc5;
  for (let at = 0; at < feature.length; at++) {
    hash ^= feature.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  out.push((hash ^ (hash >>> 16)) & ((1 << FEATURE_BITS) - 1));
}
