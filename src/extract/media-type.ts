import { SamutError } from '../document/error.ts';
import type { SourceFacts } from '../document/flow.ts';
import { decodeText } from './text-encoding.ts';

/** The header of a PDF may stand behind up to this many bytes of other data (ISO 32000, annex H). */
const headerReach = 1024;

/**
 * Tells what a file is by its bytes, not its name.
 *
 * @throws SamutError `empty-file` or `not-supported`.
 */
export function mediaTypeOf(name: string, bytes: Uint8Array): SourceFacts['mediaType'] {
  if (bytes.length === 0)
    throw new SamutError('empty-file', `${name} is empty (0 bytes): get it again from its source.`);
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, headerReach)).toString(
    'latin1',
  );
  if (head.includes('%PDF-')) return 'application/pdf';
  if (/\.pdf$/iu.test(name)) {
    throw new SamutError(
      'not-supported',
      `${name} is not a PDF (no "%PDF-" in its first ${headerReach} bytes): check that it is the right file.`,
    );
  }
  if (decodeText(bytes)) return 'text/plain';
  throw new SamutError(
    'not-supported',
    `${name} is neither a PDF nor text in UTF-8, UTF-16 or TIS-620: Samut reads .pdf and .txt files.`,
  );
}
