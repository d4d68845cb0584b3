import { SamutError } from '../document/error.ts';
import type { SourceFacts } from '../document/flow.ts';

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
  if (isText(bytes)) return 'text/plain';
  throw new SamutError(
    'not-supported',
    `${name} is neither a PDF nor UTF-8 text: Samut reads .pdf and .txt files.`,
  );
}

function isText(bytes: Uint8Array): boolean {
  if (bytes.subarray(0, 65_536).includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
