import type { Span } from '../../document/span.ts';

/** Characters that a bracket with a name in it may hold at most. */
const MAX_INNER = 240;

/** A pair of round brackets; the span holds both. */
export interface Bracket extends Span {
  /** The text between them. */
  readonly inner: string;
}

/** The round brackets of a text, outermost first where they nest, none longer than a name can be. */
export function brackets(text: string): Bracket[] {
  const found: Bracket[] = [];
  const open: number[] = [];
  for (let at = text.search(/[()]/); at >= 0 && at < text.length; at = nextBracket(text, at + 1)) {
    if (text.charAt(at) === '(') {
      open.push(at);
      continue;
    }
    const start = open.pop();
    if (start === undefined || at - start - 1 > MAX_INNER) continue;
    found.push({ start, end: at + 1, inner: text.slice(start + 1, at) });
  }
  return found.sort((a, b) => a.start - b.start);
}

function nextBracket(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === 40 || character === 41) return at;
  }
  return -1;
}
