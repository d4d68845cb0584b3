/** Whether a path has the look of a pattern. */
export function isPattern(path: string): boolean {
  return /[*?[\]{}]/.test(path);
}

/** The files that a pattern names, in no particular order. The only file that knows tinyglobby, loaded when first needed. */
export async function matchPattern(pattern: string): Promise<string[]> {
  const { glob } = await import('tinyglobby');
  return glob([pattern], {
    onlyFiles: true,
    expandDirectories: false,
    followSymbolicLinks: false,
    dot: false,
  });
}
