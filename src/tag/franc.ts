import { francAll } from 'franc';

/** What the trigram model of franc is asked to tell apart: languages that Thai books quote at length. */
const CANDIDATES = ['eng', 'fra', 'deu', 'spa', 'por', 'ita', 'nld', 'ind', 'zlm', 'vie', 'lat', 'swe'];

/** Letters below which franc guesses: it is right in 20 % of English titles in brackets. */
export const RELIABLE_LETTERS = 60;

/** How much less likely English must be than the best candidate before English is given up. */
const ENGLISH_FLOOR = 0.85;

/**
 * The language of a run of Latin script as an ISO 639-3 code, or null where franc cannot tell.
 * English is the prior: another language must beat it clearly.
 */
export function latinLanguage(text: string): string | null {
  const ranks = francAll(text, { only: CANDIDATES, minLength: RELIABLE_LETTERS });
  const best = ranks[0];
  if (best === undefined || best[0] === 'und') return null;
  const english = ranks.find(([language]) => language === 'eng')?.[1] ?? 0;
  if (english >= ENGLISH_FLOOR * best[1]) return 'eng';
  return best[0];
}
