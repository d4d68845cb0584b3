import { thaiLexicon } from '../../document/lexicon.ts';
import { cheapestPath } from '../../document/lexicon-path.ts';
import type { SegmentEngine } from '../engine.ts';

/** The cheapest path through the words of the Thai lexicon (unigram Viterbi). */
export const lexicon: SegmentEngine = {
  name: 'lexicon',
  version: '1',
  cut: (run) => cheapestPath(thaiLexicon(), run).ends,
};
