import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ProvenanceJson } from '../document/schema.ts';

/** The packages whose version can change what comes out. */
const shaping = ['pdfjs-dist', 'wordcut', 'franc', 'natural'] as const;

/** The options that a document records: those that shape it, and never a password. */
export interface ShapingOptions {
  readonly pages?: readonly (readonly [first: number, last: number])[];
  readonly engine?: string;
}

/** What made a document: the program, the parts that shape the result, and the options. */
export function provenance(
  options: ShapingOptions,
  engines: Readonly<Record<string, string>> = {},
): ProvenanceJson {
  return {
    name: 'samut',
    version: version(),
    engines: { ...engineVersions(), ...engines },
    options: {
      pages: options.pages?.map(([first, last]) => [first, last]) ?? null,
      engine: options.engine ?? null,
    },
  };
}

/** Samut's own version. */
export function version(): string {
  return packageVersion(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
}

/** The installed version of each part, by its package. */
export function engineVersions(): Record<string, string> {
  const require = createRequire(import.meta.url);
  return Object.fromEntries(
    shaping.map((name) => [
      name,
      packageVersion(readFileSync(require.resolve(`${name}/package.json`), 'utf8')),
    ]),
  );
}

function packageVersion(manifest: string): string {
  const { version }: { version?: unknown } = JSON.parse(manifest);
  return String(version);
}
