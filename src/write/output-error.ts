import { SamutError } from '../document/error.ts';

const full: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'it would be larger than a file may be here',
};
const refused: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the file system is read-only',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EEXIST: 'a part of the path is a file, not a folder',
  EISDIR: 'a folder of that name is in the way',
  ENOENT: 'the folder is not there and cannot be made',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'its symbolic links lead in a circle',
};

/**
 * What a failure of the file system means for the user, or the error as it is when it is another.
 *
 * @param path - the file or folder that could not be written, as the user named it
 */
export function outputError(error: unknown, path: string): unknown {
  const code = errorCode(error);
  const lack = full[code];
  if (lack !== undefined) {
    const remedy = 'Free some space or choose another folder with -o.';
    return new SamutError('disk-full', `${path} could not be written: ${lack}. ${remedy}`, { cause: error });
  }
  const reason = refused[code];
  if (reason === undefined) return error;
  return new SamutError(
    'output-not-writable',
    `${path} could not be written: ${reason}. Choose another folder with -o.`,
    { cause: error },
  );
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
