import { SamutError } from '../document/error.ts';
import type { SegmentEngine } from './engine.ts';
import { boundary } from './engines/boundary.ts';
import { intl } from './engines/intl.ts';
import { lexicon } from './engines/lexicon.ts';
import { wordcut } from './engines/wordcut.ts';

/** The engines for Thai, the default first. */
export const ENGINES: readonly SegmentEngine[] = [
  boundary, // a model of boundaries, learnt; the same on every Node
  lexicon, // the cheapest path of words by their frequency; the same on every Node
  wordcut, // the npm package of that name, its fault mended; slow
  intl, // Intl.Segmenter; differs between versions of Node
];

/**
 * The engine of that name; the default when no name is given.
 *
 * @throws SamutError `usage` when there is none of that name.
 */
export function engineNamed(name?: string): SegmentEngine {
  const engine = name === undefined ? ENGINES[0] : ENGINES.find((candidate) => candidate.name === name);
  if (engine) return engine;
  const names = ENGINES.map((candidate) => candidate.name).join(', ');
  throw new SamutError('usage', `no segmentation engine is called ${name}: choose one of ${names}.`);
}
