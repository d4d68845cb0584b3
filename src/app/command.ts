import type { Format } from '../write/index.ts';

/** The options of `samut process`. */
export interface ProcessOptions {
  readonly inputs: readonly string[];
  readonly output: string;
  readonly pages?: readonly (readonly [first: number, last: number])[];
  readonly password?: string;
  readonly engine?: string;
  /** How many documents at a time; as many as there are cores when absent. */
  readonly workers?: number;
  readonly formats: readonly Format[];
  /** Name of the document on standard input. */
  readonly name: string;
  /** Seconds that a document may take. */
  readonly timeout: number;
  /** Megabytes that the process of a document may hold. */
  readonly maxMemory: number;
  readonly strict: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly profile: boolean;
}

/** The options of the filters on standard input. */
export interface FilterOptions {
  readonly stage: 'repair' | 'segment' | 'tag' | 'years';
  readonly jsonl: boolean;
  /** Join the lines that a page wrapped. */
  readonly joinLines: boolean;
  /** Take the text as it is, without repair. */
  readonly raw: boolean;
  readonly engine?: string;
  /** What stands between two tokens in the text that `segment` prints. */
  readonly separator: string;
}

/** What a command line asks for. */
export type Command =
  | { readonly kind: 'process'; readonly options: ProcessOptions }
  | { readonly kind: 'filter'; readonly options: FilterOptions }
  | { readonly kind: 'schema' }
  | { readonly kind: 'doctor'; readonly files: readonly string[] }
  | { readonly kind: 'unrepair'; readonly file: string }
  /** Help, the version or a mistake in the command line: to be printed, and that is all. */
  | { readonly kind: 'print'; readonly stdout: string; readonly stderr: string; readonly exitCode: number };
