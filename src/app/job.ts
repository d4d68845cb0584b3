import type { FailureCode } from '../document/error.ts';
import type { PipelineOptions } from '../pipeline.ts';
import type { Format, WriteResult } from '../write/index.ts';
import type { StageUse } from './profile.ts';

/** One document to take the whole way, as it is sent to the process that does it. */
export interface Job {
  readonly name: string;
  /** Where to read it from, or its bytes. */
  readonly source: string | Uint8Array;
  readonly options: PipelineOptions;
  readonly output: { readonly folder: string; readonly name: string; readonly formats: readonly Format[] };
  readonly profile: boolean;
}

/** What came of a job that was done. */
export interface JobResult extends WriteResult {
  /** Time and memory of each stage, when asked for. */
  readonly profile?: readonly StageUse[];
}

/** What the process of a job sends back. */
export type Report =
  | { readonly kind: 'page'; readonly pages: number; readonly ofSource: number }
  | { readonly kind: 'done'; readonly result: JobResult }
  | { readonly kind: 'failed'; readonly code: FailureCode; readonly message: string };
