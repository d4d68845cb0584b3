import { type FailureCode, SamutError } from '../document/error.ts';

/** The exit codes that scripts may rely on. */
export const exitCode = {
  done: 0,
  failed: 1,
  usage: 2,
  ocrNeeded: 3,
  undecided: 5,
  passwordNeeded: 8,
  interrupted: 130,
} as const;

/** The exit code for one failure. */
export function exitCodeFor(code: FailureCode): number {
  if (code === 'usage') return exitCode.usage;
  if (code === 'password-needed' || code === 'password-wrong') return exitCode.passwordNeeded;
  return exitCode.failed;
}

/** The exit code for whatever was thrown. */
export function exitCodeOf(error: unknown): number {
  return error instanceof SamutError ? exitCodeFor(error.code) : exitCode.failed;
}

/** What a run came to, as far as its exit code depends on it. */
export interface RunVerdict {
  /** The failures of documents. */
  readonly failures: readonly FailureCode[];
  readonly failedPages: number;
  readonly imageOnlyPages: number;
  /** Undecided repairs, when `--strict` makes them count. */
  readonly undecided: number;
}

/**
 * The exit code of a run, the gravest first: documents that failed (8 or 2 when a password or the usage is
 * all that was wrong with them), then pages that failed, undecided repairs, and pages that need OCR.
 */
export function exitCodeOfRun(run: RunVerdict): number {
  const codes = new Set(run.failures.map(exitCodeFor));
  const [only] = codes;
  if (only !== undefined) return codes.size === 1 ? only : exitCode.failed;
  if (run.failedPages > 0) return exitCode.failed;
  if (run.undecided > 0) return exitCode.undecided;
  return run.imageOnlyPages > 0 ? exitCode.ocrNeeded : exitCode.done;
}
