import type { TermMention } from '../../document/page.ts';
import type { TagRule } from '../rule.ts';
import { tokenStarts } from '../token-starts.ts';
import { namePairs } from './pair.ts';

/** Below this the left border of the Thai term is more likely wrong than right. */
const MIN_CONFIDENCE = 0.5;

/** Thai names and phrases whose English counterpart or abbreviation the text gives in brackets. */
export const terms: TagRule = {
  name: 'terms',
  find(page) {
    const found: TermMention[] = [];
    for (const pair of namePairs(page.text, tokenStarts(page))) {
      if (pair.thai === null || pair.confidence < MIN_CONFIDENCE) continue;
      const cut = (span: { start: number; end: number } | null): string | null =>
        span === null ? null : page.text.slice(span.start, span.end).replace(/\s+/g, ' ');
      const { start, end } = pair;
      found.push({
        start,
        end,
        thai: cut(pair.thai) ?? '',
        english: cut(pair.english),
        abbreviation: cut(pair.abbreviation),
      });
    }
    return { terms: found };
  },
};
