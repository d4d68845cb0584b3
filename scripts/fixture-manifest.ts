/** Writes the size and the SHA-256 of every fixture into `fixtures/manifest.json`; its words are edited by hand. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

interface Manifest {
  readonly fixtures: { readonly file: string; sha256: string; bytes: number }[];
}

const fixtures = new URL('../fixtures/', import.meta.url);
const place = new URL('manifest.json', fixtures);
const manifest = JSON.parse(readFileSync(place, 'utf8')) as Manifest;
for (const fixture of manifest.fixtures) {
  const bytes = readFileSync(new URL(fixture.file, fixtures));
  fixture.sha256 = createHash('sha256').update(bytes).digest('hex');
  fixture.bytes = bytes.length;
}
writeFileSync(place, `${JSON.stringify(manifest, null, 2)}\n`);
