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
   * The offsets at which the run's words end, ascending, the last being `run.length`. Takes time
   * linear in the run, throws on no input, and gives the same for the same run.
   */
  cut(run: string): readonly number[];
}
