import type { Span } from '../../document/span.ts';
import { clauseWords, headAt, type NameHead } from './vocabulary.ts';

/** UTF-16 units that a Thai name may take at most. */
const MAX_NAME = 160;
/** Units that a name without a head word may take at most. */
const MAX_HEADLESS = 60;
/** What no name reaches over. */
const HARD_STOP = /[()[\]{}“”"«»;,\n\t•*]/;
const THAI_LETTER = /[\u0e01-\u0e2e]/;
const OPENING: Readonly<Record<string, string>> = { '”': '“', '"': '"', '’': '‘', "'": "'", '»': '«' };

/** A Thai name that ends where the span ends. */
export interface ThaiName extends Span {
  /** From its head word; null where it has none that is known. */
  readonly type: string | null;
  readonly confidence: number;
}

/** What the left boundary is looked for with. */
export interface ThaiNameContext {
  /** The English name that the text gives beside it, or the empty string. */
  readonly english: string;
  /** Offsets where tokens begin; empty where the text is not cut. */
  readonly tokenStarts: ReadonlySet<number>;
}

interface Candidate {
  readonly at: number;
  readonly head: NameHead;
  readonly border: Border;
  readonly translated: boolean;
}

type Border = 'none' | 'weak' | 'strong';

/**
 * The Thai name that ends at `end`: its right border is given, its left one is looked for. Quotation
 * marks decide; else a head word at a place where a name may begin, best one whose English
 * counterpart is in the English name; else the stretch between spaces.
 */
export function thaiNameBefore(text: string, end: number, context: ThaiNameContext): ThaiName | null {
  let right = end;
  while (right > 0 && /\s/.test(text.charAt(right - 1))) right--;
  const quoted = quotedBefore(text, right);
  if (quoted !== null) return quoted;
  if (!/[\u0e01-\u0e4e\d๐-๙]/.test(text.charAt(right - 1))) return null;
  const left = windowStart(text, right, context.english);
  if (!THAI_LETTER.test(text.slice(left, right))) return null;
  const candidate = bestHead(text, { start: left, end: right }, context);
  if (candidate !== null) {
    return {
      start: candidate.at,
      end: right,
      type: candidate.head.type,
      confidence: confidenceOf(candidate),
    };
  }
  return headless(text, left, right);
}

function confidenceOf(candidate: Candidate): number {
  if (candidate.translated) return candidate.border === 'none' ? 0.8 : 0.98;
  return { none: 0.6, weak: 0.75, strong: 0.95 }[candidate.border];
}

function quotedBefore(text: string, end: number): ThaiName | null {
  const opening = OPENING[text.charAt(end - 1)];
  if (opening === undefined) return null;
  const open = text.lastIndexOf(opening, end - 2);
  if (open < 0 || end - open > MAX_NAME || text.slice(open, end).includes('\n')) return null;
  const start = open + 1;
  if (!THAI_LETTER.test(text.slice(start, end - 1))) return null;
  return { start, end: end - 1, type: headAt(text, start)?.type ?? null, confidence: 0.97 };
}

/** The place before which no part of the name can stand. */
function windowStart(text: string, end: number, english: string): number {
  const stopAtColon = !english.includes(':');
  const floor = Math.max(0, end - MAX_NAME);
  let at = end;
  while (at > floor) {
    const character = text.charAt(at - 1);
    if (HARD_STOP.test(character) || (stopAtColon && character === ':')) break;
    if (/[A-Za-z]/.test(character)) break;
    if (character === '-' && /\s/.test(text.charAt(at)) && /^\s*$/.test(text.charAt(at - 2))) break;
    at--;
  }
  while (at < end && /[\s.:-]/.test(text.charAt(at))) at++;
  return at;
}

function bestHead(text: string, window: Span, context: ThaiNameContext): Candidate | null {
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

/** A name without a known head: the last stretch between spaces, without the function words before it. */
function headless(text: string, left: number, right: number): ThaiName | null {
  let start = right;
  while (start > left && !/\s/.test(text.charAt(start - 1))) start--;
  const atBorder = start === left;
  for (let stripped = true; stripped; ) {
    stripped = false;
    for (const { word, strength } of clauseWords()) {
      if (strength === 'strong' && text.startsWith(word, start) && start + word.length < right) {
        start += word.length;
        stripped = true;
        break;
      }
    }
  }
  const length = right - start;
  if (length < 3 || length > MAX_HEADLESS) return null;
  return { start, end: right, type: null, confidence: atBorder ? 0.7 : 0.6 };
}
