import { isAbsolute } from 'node:path';

/** Whether a path has the look of a pattern. */
export function isPattern(path: string): boolean {
  return /[*?[\]{}]/.test(path);
}

/**
 * The files that a pattern names, in no particular order; absolute paths for an absolute pattern.
 * The only file that knows tinyglobby, loaded when first needed.
 */
export async function matchPattern(pattern: string): Promise<string[]> {
  const { glob } = await import('tinyglobby');
  return glob([pattern], {
    absolute: isAbsolute(pattern),
    onlyFiles: true,
    expandDirectories: false,
    followSymbolicLinks: false,
  });
}
