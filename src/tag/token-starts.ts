import type { TagInput } from './rule.ts';

/** The offsets at which the tokens of a page begin; empty where nobody has cut it. */
export function tokenStarts(page: Pick<TagInput, 'tokens'>): Set<number> {
  const starts = new Set<number>();
  let at = 0;
  for (const token of page.tokens) {
    starts.add(at);
    at += token.length;
  }
  return starts;
}
