import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { cli } from './app/samut.ts';
import { emptyFolder } from './write/folder.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const npm = (args: string[], cwd: string): string =>
  execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 240_000 });

/** Whether the npm registry answers: without it the package cannot be installed. */
const online = (() => {
  try {
    npm(['view', 'commander@15.1.0', 'version', '--fetch-retries=0', '--fetch-timeout=10000'], root);
    return true;
  } catch {
    return false;
  }
})();

test('the public interface is small and is what it says', async () => {
  const samut = await import(join(root, 'dist/index.js'));
  expect(Object.keys(samut).sort()).toEqual([
    'SamutError',
    'annotate',
    'applyEdits',
    'invertEdits',
    'mapPosition',
    'run',
    'undoRepairs',
  ]);
  const index = readFileSync(join(root, 'src/index.ts'), 'utf8');
  const names = index.replace(/from '[^']+'/g, '').match(/\b(?!export|type\b)[A-Za-z]\w+/g);
  expect(names?.length).toBeLessThanOrEqual(25);
});

test('the build holds the schema that the command prints', () => {
  const printed = execFileSync(process.execPath, [cli, 'schema'], { encoding: 'utf8' });
  expect(readFileSync(join(root, 'dist/schema.json'), 'utf8')).toBe(printed);
});

describe.skipIf(!online)('the packed tarball in an empty folder (needs the npm registry)', () => {
  test('installs, tells its version, processes a text, exports its schema and types', {
    timeout: 300_000,
  }, () => {
    const folder = emptyFolder();
    const [{ filename, files }] = JSON.parse(
      npm(['pack', '--ignore-scripts', '--json', '--pack-destination', folder], root),
    );
    const packed: string[] = files.map(({ path }: { path: string }) => path);
    expect(packed).toContain('dist/schema.json');
    expect(packed.filter((path) => /^(test|fixtures|scripts|bench|output)\//.test(path))).toEqual([]);
    writeFileSync(join(folder, 'package.json'), '{"name":"user","private":true,"type":"module"}');
    npm(['install', '--no-audit', '--no-fund', '--prefer-offline', filename], folder);
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(npm(['exec', '--offline', '--', 'samut', '--version'], folder)).toBe(`${version}\n`);
    writeFileSync(join(folder, 'page.txt'), 'คณะท างานในแม่น้ าโขง');
    npm(['exec', '--offline', '--', 'samut', 'process', 'page.txt', '--quiet'], folder);
    expect(readdirSync(join(folder, 'output'))).toEqual(['page.json']);
    expect(JSON.parse(readFileSync(join(folder, 'output/page.json'), 'utf8')).pages[0].text).toBe(
      'คณะทำงานในแม่น้ำโขง',
    );
    writeFileSync(
      join(folder, 'use.js'),
      `import schema from 'samut/schema.json' with { type: 'json' };
       import { annotate } from 'samut';
       const book = await annotate({ name: 'a.txt', bytes: new TextEncoder().encode('ท าหน้าที่') }, {});
       for await (const page of book.pages) console.log(schema.$id, page.text);`,
    );
    const used = execFileSync(process.execPath, ['use.js'], { cwd: folder, encoding: 'utf8' });
    expect(used).toBe('urn:samut:document:1 ทำหน้าที่\n');
  });
});
