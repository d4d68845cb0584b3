import type { BorderQuestion, BracketKind } from './border-features.ts';
import { headBorder } from './head-border.ts';
import { headAt } from './vocabulary.ts';

/** UTF-16 units that a Thai name may take at most. */
const MAX_NAME = 140;
/** What no name reaches over. */
const HARD_STOP = /[()[\]{}“”"«»;,\n\t•*]/;
const THAI_LETTER = /[\u0e01-\u0e2e]/;
/** What a name can begin with: no vowel or mark that follows its consonant. */
const CAN_BEGIN = /[ก-ฮเแโใไA-Za-z]/;

/** What the left border of a Thai name is looked for with. */
export interface NameContext {
  /** The English name that the text gives beside it, or the empty string. */
  readonly english: string;
  /** The abbreviation, or the empty string. */
  readonly abbreviation: string;
  /** Offsets where tokens begin; empty where the text is not cut. */
  readonly tokenStarts: ReadonlySet<number>;
}

/** The places at which the name that ends at `end` can begin; null where no Thai name ends there. */
export function borderQuestion(text: string, end: number, context: NameContext): BorderQuestion | null {
  let right = end;
  while (right > 0 && /\s/.test(text.charAt(right - 1))) right--;
  if (!/[\u0e01-\u0e4e\d๐-๙]/.test(text.charAt(right - 1))) return null;
  const start = windowStart(text, right, context.english);
  if (!THAI_LETTER.test(text.slice(start, right))) return null;
  const byHead = headBorder(text, { start, end: right }, context);
  const candidates = [start];
  const cut = context.tokenStarts.size > 0;
  for (let at = start + 1; at < right - 1; at++) {
    if (!CAN_BEGIN.test(text.charAt(at))) continue;
    const begins = cut
      ? context.tokenStarts.has(at)
      : /\s/.test(text.charAt(at - 1)) || headAt(text, at) !== null;
    if (begins || at === byHead.at) candidates.push(at);
  }
  const kind = kindOf(context);
  const { abbreviation } = context;
  return {
    text,
    start,
    end: right,
    kind,
    abbreviation,
    english: context.english.toLowerCase(),
    byHead,
    candidates,
  };
}

function kindOf({ abbreviation }: NameContext): BracketKind {
  if (abbreviation === '') return 'english';
  return THAI_LETTER.test(abbreviation) ? 'thai-abbreviation' : 'latin-abbreviation';
}

/** The place before which no part of the name can stand. */
function windowStart(text: string, end: number, english: string): number {
  const stopAtColon = !english.includes(':');
  const floor = Math.max(0, end - MAX_NAME);
  let at = end;
  while (at > floor) {
    const character = text.charAt(at - 1);
    if (HARD_STOP.test(character) || (stopAtColon && character === ':')) break;
    if (opensItem(text, at)) break;
    at--;
  }
  if (at === floor && floor > 0) {
    // The window cuts a word: the name begins behind the next space.
    while (at < end && !/\s/.test(text.charAt(at))) at++;
  }
  while (at < end && !CAN_BEGIN.test(text.charAt(at))) at++;
  return at;
}

/** A hyphen between spaces, or a number with its full stop: the mark of a list item. */
function opensItem(text: string, at: number): boolean {
  if (!/\s/.test(text.charAt(at))) return false;
  const before = text.slice(Math.max(0, at - 3), at);
  return /(?:^|\s)[-–]$/.test(before) || /[\d๐-๙]\.$/.test(before);
}
