import { mayBreak } from '../document/lexicon-cluster.ts';

/**
 * What cuts a run of Thai letters into words. The run has Thai consonants, vowels and marks only: no
 * space, digit, point, MAIYAMOK or PAIYANNOI. Every engine passes `test/conformance/segmenter.ts`.
 */
export interface SegmentEngine {
  /** The name to choose it by. */
  readonly name: string;
  /** What the JSON records beside the name, so that a result can be made again. */
  readonly version: string;
  /**
   * The offsets at which the run's words end, ascending, the last being `run.length`, none inside a
   * Thai character cluster. Takes time linear in the run, throws on no input, and gives the same for
   * the same run.
   */
  cut(run: string): readonly number[];
}

/** The ends that lie inside no Thai character cluster: for engines that do not see to it themselves. */
export function keepLegal(run: string, ends: readonly number[]): readonly number[] {
  return ends.filter((end) => end === run.length || mayBreak(run, end));
}
