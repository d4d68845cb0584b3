/** Why a document could not be processed; the command line derives its exit code from it. */
export type FailureCode =
  | 'no-such-file'
  | 'empty-file'
  | 'not-supported'
  | 'password-needed'
  | 'password-wrong'
  | 'corrupt'
  | 'no-pages'
  | 'page-out-of-range'
  | 'output-not-writable'
  | 'disk-full'
  | 'usage'
  | 'crashed'
  | 'internal';

/**
 * A failure that a user can act on. Its message names the file, says what is wrong and what to do;
 * the command line prints the message alone, never a stack trace.
 *
 * @example
 * throw new SamutError('empty-file', 'report.pdf is empty (0 bytes): copy it again from its source.');
 */
export class SamutError extends Error {
  override readonly name = 'SamutError';
  readonly code: FailureCode;

  constructor(code: FailureCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
