import { thaiLexicon } from '../document/lexicon.ts';
import { bestPath } from '../document/lexicon-path.ts';
import type { Span } from '../document/span.ts';

const RUN = /[\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e]+/g;

/** In nats: above it lie words of the lists that the corpus of 33.5 million words has at most twice. */
const RARE = 16.5;

/**
 * The stretches of Thai letters that no words of the lexicon explain, or only its rarest, in order: names, and what is
 * broken. Clean prose has 1 to 2 % of its letters in them. Linear, about 5 million letters a second.
 */
export function unknownStretches(text: string): Span[] {
  const lexicon = thaiLexicon();
  const found: Span[] = [];
  for (const match of text.matchAll(RUN)) {
    const path = bestPath(text, match.index, match.index + match[0].length);
    let start = match.index;
    for (const end of path.ends) {
      if (lexicon.cost(text.slice(start, end)) > RARE) found.push({ start, end });
      start = end;
    }
  }
  return found;
}

/** The same stretches, each widened by some units on both sides, with those that meet joined. */
export function widened(stretches: readonly Span[], by: number, length: number): Span[] {
  const joined: { start: number; end: number }[] = [];
  for (const stretch of stretches) {
    const start = Math.max(0, stretch.start - by);
    const end = Math.min(length, stretch.end + by);
    const last = joined.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}
