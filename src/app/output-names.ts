import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { safeName } from '../write/file-name.ts';
import type { Input } from './inputs.ts';

/**
 * The name, without extension, of what each input becomes. Where two of a run would have the same, also
 * on a file system that does not tell capitals from small letters, each gets a part of the SHA-256 of its
 * bytes, which does not depend on the order of the inputs; copies of one file get a number besides.
 */
export async function outputNames(inputs: readonly Input[]): Promise<Map<Input, string>> {
  const names = inputs.map(({ name }) => safeName(name));
  const counts = countBy(names);
  const suffixed = await Promise.all(
    inputs.map(async (input, index) => {
      const name = names[index] ?? '';
      if ((counts.get(fold(name)) ?? 0) < 2) return name;
      return `${name}-${input.path === null ? 'stdin' : await shortHash(input.path)}`;
    }),
  );
  const distinct = numbered(suffixed);
  return new Map(inputs.map((input, index) => [input, distinct[index] ?? input.name]));
}

function numbered(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const count = (seen.get(fold(name)) ?? 0) + 1;
    seen.set(fold(name), count);
    return count === 1 ? name : `${name}-${count}`;
  });
}

function countBy(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(fold(name), (counts.get(fold(name)) ?? 0) + 1);
  return counts;
}

function fold(name: string): string {
  return name.toLowerCase().toUpperCase();
}

/** Eight hexadecimal digits; of nothing, when the file cannot be read (its own process will say so). */
async function shortHash(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash).catch(() => {});
  return hash.digest('hex').slice(0, 8);
}
