import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { SamutError } from '../document/error.ts';
import { isPattern, matchPattern } from './glob.ts';

/** A document to process. */
export interface Input {
  /** File name without its folder, NFC. */
  readonly name: string;
  /** Where it is, as the user wrote it; null for standard input. */
  readonly path: string | null;
}

/** An argument that names no document, and why. */
export interface MissingInput {
  readonly name: string;
  readonly path: string;
  readonly error: SamutError;
}

/**
 * The documents that the arguments name: files as they are, the `.pdf` and `.txt` files in and below
 * folders, what patterns match, and `-` for standard input. Each once, in the order of the arguments;
 * within a folder or pattern in the order of their UTF-16 code units, whatever the locale.
 */
export async function findInputs(
  paths: readonly string[],
  stdinName: string,
): Promise<(Input | MissingInput)[]> {
  const found = new Map<string, Input | MissingInput>();
  for (const path of paths) {
    for (const input of await expand(path, stdinName)) {
      const key = input.path ?? '-';
      if (!found.has(key)) found.set(key, input);
    }
  }
  return [...found.values()];
}

async function expand(path: string, stdinName: string): Promise<(Input | MissingInput)[]> {
  if (path === '-') return [{ name: stdinName, path: null }];
  const status = await stat(path).catch(() => null);
  if (status?.isDirectory()) return orMissing(path, await filesBelow(path), 'holds no .pdf or .txt file');
  if (status !== null) return [inputOf(path)];
  if (isPattern(path)) return orMissing(path, await matchPattern(path), 'matches no file');
  return orMissing(path, [], 'is not there: check the name and the folder');
}

function orMissing(path: string, files: readonly string[], problem: string): (Input | MissingInput)[] {
  if (files.length > 0) return files.toSorted(byCodeUnits).map(inputOf);
  return [{ name: nameOf(path), path, error: new SamutError('no-such-file', `${path} ${problem}.`) }];
}

/** Symbolic links to folders are not followed: they may lead in circles. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory() && /^[^.].*\.(pdf|txt)$/is.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function inputOf(path: string): Input {
  return { name: nameOf(path), path };
}

function nameOf(path: string): string {
  return basename(path).normalize('NFC');
}

/** The order of `<`, which no locale changes. */
function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
