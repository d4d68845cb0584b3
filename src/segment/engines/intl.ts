import { mayBreak } from '../../document/lexicon-cluster.ts';
import { keepLegal, type SegmentEngine } from '../engine.ts';

/** Longest piece given to ICU, in UTF-16 units: on Node 20 its time grows faster than the text. */
const PIECE = 4000;

/** The dictionary segmenter of ICU that comes with Node: it differs between versions of Node. */
export const intl: SegmentEngine = {
  name: 'intl',
  version: `icu-${process.versions['icu'] ?? 'none'}`,
  cut(run) {
    const ends: number[] = [];
    for (let start = 0; start < run.length; ) {
      const end = pieceEnd(run, start);
      for (const { index, segment } of segmenter().segment(run.slice(start, end))) {
        ends.push(start + index + segment.length);
      }
      start = end;
    }
    return keepLegal(run, ends);
  },
};

function pieceEnd(run: string, start: number): number {
  let end = Math.min(run.length, start + PIECE);
  while (end < run.length && end > start + PIECE / 2 && !mayBreak(run, end)) end--;
  return end;
}

let created: Intl.Segmenter | undefined;

function segmenter(): Intl.Segmenter {
  created ??= new Intl.Segmenter('th', { granularity: 'word' });
  return created;
}
