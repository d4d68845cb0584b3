import { once } from 'node:events';
import { styleText } from 'node:util';
import { SamutError } from '../document/error.ts';

/** Control and bidirectional-override characters, which a terminal would obey. */
const commanding = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u2028\u2029]/gu;

/** Text from a document or a file name, safe to show on a terminal: what a terminal would obey is spelled out. */
export function printable(text: string): string {
  return text.replace(commanding, (character) => {
    const code = character.charCodeAt(0).toString(16).padStart(2, '0');
    return code.length > 2 ? `\\u${code.padStart(4, '0')}` : `\\x${code}`;
  });
}

/** Writes data to standard output, at the pace at which it is taken. */
export async function print(text: string): Promise<void> {
  if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** Tells the user something, on standard error; a line, whatever is in it. */
export function say(message: string): void {
  process.stderr.write(`${printable(message)}\n`);
}

/** Tells the user what went wrong: the message of a failure that they can act on, no stack trace. */
export function complain(error: unknown): void {
  complainOf(failureMessage(error));
}

/** Tells the user of a trouble, whatever characters are in the message. */
export function complainOf(message: string): void {
  const prefix = styleText('red', 'samut:', { stream: process.stderr });
  process.stderr.write(`${prefix} ${printable(message)}\n`);
}

/** What to say of an error. */
export function failureMessage(error: unknown): string {
  if (error instanceof SamutError) return error.message;
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return `internal error (${detail}). This is a bug of samut; please report it.`;
}

/** Lets `samut ... | head` end without a word when the reader has had enough. */
export function endQuietlyOnBrokenPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}
