import type { Span } from '../../document/span.ts';
import { clauseWords, headAt, type NameHead } from './vocabulary.ts';

/** Units that a name without a head word may take at most. */
const MAX_HEADLESS = 60;

/** Units that a name has besides its head word, at least. */
const SHORTEST_REST = 4;
/** Words that a clause has and a name has not. */
const CLAUSE = /ได้|ให้|ซึ่ง|จะ|แล้ว|ต้อง|ทั้งนี้|จึง|กล่าว|พร้อม|เสนอ/;

interface Candidate {
  readonly at: number;
  readonly head: NameHead;
  readonly border: Border;
  readonly translated: boolean;
}

type Border = 'none' | 'weak' | 'strong';

/** What the rules look at besides the window. */
interface HeadContext {
  readonly english: string;
  readonly abbreviation: string;
  readonly tokenStarts: ReadonlySet<number>;
}

/**
 * Where the name that ends with the window begins by its words alone: at a head word in a place where a
 * name may begin, best one whose English counterpart is in the English name; else after the last space.
 */
export function headBorder(text: string, window: Span, context: HeadContext): HeadBorder {
  const head = bestHead(text, window, context);
  if (head === null) return { at: headless(text, window), sure: false };
  return { at: head.at, sure: isSure(text.slice(head.at, window.end), head, context) };
}

/** A border by head words. */
export interface HeadBorder {
  readonly at: number;
  /** The name stands free on its left and is one phrase: nothing speaks against the border. */
  readonly sure: boolean;
}

function isSure(name: string, { head, border, translated }: Candidate, context: HeadContext): boolean {
  if (border === 'none' || name.length < head.word.length + SHORTEST_REST || CLAUSE.test(name)) return false;
  // A space before a number parts no words: "ปฏิญญาร่วมฉบับที่ 3".
  const words = name.split(/\s+(?![\d๐-๙])/).length;
  if (context.english !== '') return translated && words <= 3 && (border === 'strong' || words === 1);
  const letter = /^[ก-ฮ]/.exec(context.abbreviation)?.[0];
  if (words > 1) return false;
  if (letter === undefined) return border === 'strong' && head.type === 'organisation';
  const rest = name.slice(head.word.length);
  // ก.พ.ร. leaves out the office and the คณะ of its committee.
  return [name, rest, rest.replace(/^คณะ/, '')].some((part) =>
    part.replace(/^[เแโใไ]/, '').startsWith(letter),
  );
}

function bestHead(text: string, window: Span, context: HeadContext): Candidate | null {
  const { start: left, end: right } = window;
  const words = new Set(context.english.toLowerCase().match(/[a-z]+/g) ?? []);
  let best: Candidate | null = null;
  for (let at = left; at < right; at++) {
    const head = headAt(text, at);
    if (head === null || at + head.word.length > right) continue;
    const border = borderAt(text, at, left);
    if (border === 'none' && context.tokenStarts.size > 0 && !context.tokenStarts.has(at)) continue;
    const translated = [...head.english].some((word) => words.has(word));
    const candidate = { at, head, border, translated };
    if (best === null || beats(text, candidate, best)) best = candidate;
    if (border !== 'none') at += head.word.length - 1;
  }
  if (best?.border === 'none' && !best.translated && /\s/.test(text.slice(best.at, right))) return null;
  return best;
}

/** Candidates come left to right: a strong border on the right beats one on its left, a weak one does not. */
function beats(text: string, right: Candidate, left: Candidate): boolean {
  const a = score(right);
  const b = score(left);
  if (a !== b) return a > b;
  return right.border === 'strong' && !insideName(text, left, right);
}

function score(candidate: Candidate): number {
  return (candidate.translated ? 3 : 0) + { none: 0, weak: 1, strong: 2 }[candidate.border];
}

/** `สำนักงานกองทุนและศูนย์...`: a head joined by `และ` right after another name's head belongs to it. */
function insideName(text: string, left: Candidate, right: Candidate): boolean {
  const between = text.slice(left.at + left.head.word.length, right.at);
  return between === 'และ' || between === '';
}

function borderAt(text: string, at: number, left: number): Border {
  if (at === left || /\s/.test(text.charAt(at - 1))) return 'strong';
  const word = clauseWords().find(
    (each) => at - each.word.length >= left && text.startsWith(each.word, at - each.word.length),
  );
  if (word === undefined) return 'none';
  const before = text.slice(Math.max(left, at - word.word.length - 3), at - word.word.length);
  // "ว่าด้วย" (concerning) and "ร่วมด้วย" stay inside a name although they end like a clause word.
  if (word.word === 'ด้วย' && before.endsWith('ว่า')) return 'none';
  return word.strength === 'strong' ? 'strong' : 'weak';
}

/** The last stretch between spaces, without the function words before it; the whole window when it is too long. */
function headless(text: string, window: Span): number {
  const { start: left, end: right } = window;
  let start = right;
  while (start > left && !/\s/.test(text.charAt(start - 1))) start--;
  for (let word = opening(text, start); word > 0 && start + word < right; word = opening(text, start)) {
    start += word;
  }
  return right - start > MAX_HEADLESS ? left : start;
}

/** The length of the clause word at `at`, or 0. */
function opening(text: string, at: number): number {
  const word = clauseWords().find((each) => each.strength === 'strong' && text.startsWith(each.word, at));
  return word?.word.length ?? 0;
}
