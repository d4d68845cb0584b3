import type { Span } from '../../document/span.ts';
import { bestBorder } from './border-model.ts';
import { borderQuestion, type NameContext } from './border-question.ts';
import { headAt } from './vocabulary.ts';

/** UTF-16 units that a name in quotation marks may take at most. */
const MAX_QUOTED = 160;
const THAI_LETTER = /[\u0e01-\u0e2e]/;
const OPENING: Readonly<Record<string, string>> = { '”': '“', '"': '"', '’': '‘', "'": "'", '»': '«' };

/** A Thai name that ends where the span ends. */
export interface ThaiName extends Span {
  /** From its head word; null where it has none that is known. */
  readonly type: string | null;
  /** The probability of its left border. */
  readonly confidence: number;
}

/**
 * The Thai name that ends at `end`: its right border is given, its left one is looked for. Quotation
 * marks decide; else the model that learnt where names begin before brackets.
 */
export function thaiNameBefore(text: string, end: number, context: NameContext): ThaiName | null {
  let right = end;
  while (right > 0 && /\s/.test(text.charAt(right - 1))) right--;
  const quoted = quotedBefore(text, right);
  if (quoted !== null) return quoted;
  const question = borderQuestion(text, right, context);
  if (question === null) return null;
  const { start, confidence } = bestBorder(question);
  return { start, end: right, type: headAt(text, start)?.type ?? null, confidence };
}

function quotedBefore(text: string, end: number): ThaiName | null {
  const opening = OPENING[text.charAt(end - 1)];
  if (opening === undefined) return null;
  const open = text.lastIndexOf(opening, end - 2);
  if (open < 0 || end - open > MAX_QUOTED || text.slice(open, end).includes('\n')) return null;
  const start = open + 1;
  if (!THAI_LETTER.test(text.slice(start, end - 1))) return null;
  return { start, end: end - 1, type: headAt(text, start)?.type ?? null, confidence: 0.97 };
}
