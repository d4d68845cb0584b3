import { readFileSync } from 'node:fs';

/**
 * The rows of a data file of this stage, as columns: tab-separated, `#` starts a comment line. Every
 * file says in its first lines where it came from. Callers keep what they make of it.
 *
 * @throws Error when the package was installed without its data.
 */
export function readRows(name: string): string[][] {
  const text = readFileSync(new URL(`../../src/tag/data/${name}`, import.meta.url), 'utf8');
  const rows: string[][] = [];
  for (const line of text.split('\n')) {
    if (line !== '' && !line.startsWith('#')) rows.push(line.split('\t'));
  }
  return rows;
}

/** A value that is made when it is first asked for, and kept. */
export function lazy<Value>(make: () => Value): () => Value {
  let kept: { readonly value: Value } | null = null;
  return () => {
    kept ??= { value: make() };
    return kept.value;
  };
}
