import { readFile } from 'node:fs/promises';
import { SamutError } from '../document/error.ts';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'is not there: check the name and the folder',
  ENOTDIR: 'is not there: check the name and the folder',
  EACCES: 'cannot be read: permission is denied',
  EPERM: 'cannot be read: permission is denied',
  EISDIR: 'is a folder, not a file',
  EIO: 'cannot be read: the disk reports an error',
  ELOOP: 'cannot be read: its symbolic links lead in a circle',
};

/**
 * The bytes of a file.
 *
 * @throws SamutError `no-such-file`, or `not-supported` above 2 GB.
 */
export async function readSource(path: string): Promise<Uint8Array> {
  try {
    const { buffer, byteOffset, length } = await readFile(path);
    return new Uint8Array(buffer, byteOffset, length);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ERR_FS_FILE_TOO_LARGE') {
      throw new SamutError('not-supported', `${path} is larger than 2 GB: split it first.`, { cause: error });
    }
    const reason = reasons[code];
    if (reason === undefined) throw error;
    throw new SamutError('no-such-file', `${path} ${reason}.`, { cause: error });
  }
}
