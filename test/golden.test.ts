import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from '../src/pipeline.ts';

const fixtures = fileURLToPath(new URL('../fixtures/kpiebook62002/', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'samut-golden-'));

afterAll(() => rmSync(folder, { recursive: true }));

/** Versions of other packages change without a change of ours: the golden files leave them out. */
function withoutVersions(json: string): string {
  return json.replace(/^"pipeline":.*\n/mu, '');
}

describe('the JSON of the fixtures, to the byte (after a wanted change: npx vitest run test/golden -u)', () => {
  it.each(['kpiebook62002-p081.txt', 'samut-book.pdf'])('%s', async (name) => {
    const base = name.replace(/\.\w+$/u, '');
    await run(
      { name, bytes: readFileSync(path.join(fixtures, name)) },
      {},
      { folder, name: base, formats: ['json'] },
    );
    const written = readFileSync(path.join(folder, `${base}.json`), 'utf8');
    await expect(withoutVersions(written)).toMatchFileSnapshot(`golden/${base}.json`);
  });
});
