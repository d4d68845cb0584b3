import type { Span } from '../../document/span.ts';
import { initialsScore } from './acronym.ts';

/** Words of an English name that may be small. */
const SMALL = /^(?:of|the|and|for|in|on|to|against|with|by|from|at|a|an|de|la|du|und|&)$/;
const WORD = /[\p{Script=Latin}\p{M}\d][\p{Script=Latin}\p{M}\d'’.&/-]*|&/gu;
/** UTF-16 units that a name may take at most. */
const MAX_NAME = 160;

/** A word of a Latin text. */
export interface LatinWord extends Span {
  readonly text: string;
}

/** The Latin words of a text, in order. */
export function latinWords(text: string, from = 0, to = text.length): LatinWord[] {
  const words: LatinWord[] = [];
  for (const match of text.slice(from, to).matchAll(WORD)) {
    const word = match[0].replace(/[.'’-]+$/, '');
    if (word === '') continue;
    words.push({ start: from + match.index, end: from + match.index + word.length, text: word });
  }
  return words;
}

/**
 * The English name right before `end` whose initials spell the acronym; null when none does.
 * Of several, the one that passes over fewest words.
 */
export function englishNameBefore(text: string, end: number, acronym: string): Span | null {
  const words = adjacentWords(text, end);
  let best: Span | null = null;
  let bestScore = 0.6;
  for (let index = words.length - 1; index >= 0; index--) {
    const first = words[index];
    const last = words.at(-1);
    if (first === undefined || last === undefined || !/^[A-Z]/.test(first.text)) continue;
    const score = initialsScore(
      words.slice(index).map((word) => word.text),
      acronym,
    );
    if (score > bestScore) {
      best = { start: first.start, end: last.end };
      bestScore = score;
    }
  }
  return best;
}

/** The capitalised run of words right before `end`: the English name that a Thai gloss follows. */
export function capitalisedBefore(text: string, end: number): Span | null {
  const words = adjacentWords(text, end);
  let index = words.length;
  while (index > 0) {
    const word = words[index - 1];
    if (word === undefined || !(/^[A-Z\d]/.test(word.text) || SMALL.test(word.text))) break;
    index--;
  }
  while (index < words.length && !/^[A-Z]/.test(words[index]?.text ?? '')) index++;
  const first = words[index];
  const last = words.at(-1);
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

/** The Latin words before `end` that only spaces and light punctuation part from it and one another. */
function adjacentWords(text: string, end: number): LatinWord[] {
  let from = end;
  const floor = Math.max(0, end - MAX_NAME);
  while (from > floor && /[\p{Script=Latin}\p{M}\d\s&'’“”"./,:-]/u.test(text.charAt(from - 1))) from--;
  while (from < end && from === floor && /\S/.test(text.charAt(from))) from++;
  return latinWords(text, from, end);
}
