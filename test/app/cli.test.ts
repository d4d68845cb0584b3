import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { emptyFolder } from '../write/folder.ts';
import { cli, samut } from './samut.ts';

const manifest = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../package.json', import.meta.url)), 'utf8'),
);

test('--version tells the version of the package, within 150 ms at best of five', async () => {
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const begin = performance.now();
    const { code, stdout } = await samut(['--version'], { cwd: '.' });
    times.push(performance.now() - begin);
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${manifest.version}\n` });
  }
  expect(Math.min(...times)).toBeLessThan(150);
});

test('wrong usage: 2, on standard error', async () => {
  const { code, stdout, stderr } = await samut(['process', '--workers', 'many', 'a.pdf'], { cwd: '.' });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('Expected a whole number from 1, got "many".');
  expect(await samut([], { cwd: '.' })).toMatchObject({ code: 2, stdout: '' });
});

test('a reader that has had enough ends the command without a word', () => {
  const command = `'${process.execPath}' '${cli}' schema | head -c 10`;
  expect(spawnSync('sh', ['-c', command], { encoding: 'utf8' })).toMatchObject({
    stdout: '{\n  "$sche',
    stderr: '',
  });
});

/** A Node that is too old, where the machine has one. */
const oldNode = ['/usr/bin/node', '/usr/local/bin/node'].find((path) => {
  try {
    const [major = 0, minor = 0] = execFileSync(path, ['-p', 'process.versions.node'], { encoding: 'utf8' })
      .split('.')
      .map(Number);
    return major < 22 || (major === 22 && minor < 13);
  } catch {
    return false;
  }
});

test.skipIf(oldNode === undefined)(
  'an old Node says in one line what is needed (needs a Node before 22.13)',
  () => {
    const ended = spawnSync(oldNode ?? '', [cli, 'process', 'a.pdf'], { encoding: 'utf8' });
    expect(ended).toMatchObject({ status: 2, stdout: '' });
    expect(ended.stderr).toMatch(
      /^samut needs Node\.js 22\.13 or newer; this is v[\d.]+\. See https:\/\/nodejs\.org\n$/,
    );
  },
);

test('colours are for terminals only', async () => {
  const { stderr } = await samut(['process', 'gone.pdf'], { cwd: emptyFolder(), env: { NO_COLOR: '' } });
  expect(stderr).not.toContain('\x1b');
});

const canScript = spawnSync('script', ['--version']).status === 0;

test.skipIf(!canScript)('on a terminal a bar shows the progress; NO_COLOR is honoured (needs script)', () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'a.txt'), 'คณะท างาน');
  const onTerminal = (env: Record<string, string>): string => {
    const command = `'${process.execPath}' '${cli}' process a.txt gone.txt`;
    const full = {
      ...process.env,
      CI: undefined,
      FORCE_COLOR: undefined,
      NO_COLOR: undefined,
      TERM: 'xterm',
      ...env,
    };
    return spawnSync('script', ['-qec', command, '/dev/null'], { cwd, env: full, encoding: 'utf8' }).stdout;
  };
  expect(onTerminal({})).toMatch(
    /100% \| 2\/2 documents \| 1 pages[\s\S]*\x1b\[31msamut:\x1b\[39m gone\.txt is not there/,
  );
  expect(onTerminal({ NO_COLOR: '1' })).toMatch(/100%[\s\S]*\nsamut: gone\.txt is not there/);
});

/** The modules that a module of the build imports, and those that they import: packages by name. */
function importsOf(entry: string, dynamic: boolean): Set<string> {
  const found = new Set<string>();
  const visit = (file: string): void => {
    const source = readFileSync(file, 'utf8');
    const still = /^(?:import|export)\b[^'"=();]*'([^']+)';$/gm;
    const lazy = /\bimport\('([^']+)'\)/g;
    for (const [, name = ''] of [...source.matchAll(still), ...(dynamic ? source.matchAll(lazy) : [])]) {
      const target = name.startsWith('.') ? join(dirname(file), name) : name;
      if (found.has(target)) continue;
      found.add(target);
      if (name.startsWith('.')) visit(target);
    }
  };
  visit(entry);
  return found;
}

const packages = (imports: ReadonlySet<string>): string[] =>
  [...imports].filter((name) => !name.startsWith('/') && !name.startsWith('node:')).sort();

test('what answers at once loads commander and nothing else', () => {
  expect(packages(importsOf(join(dirname(cli), 'main.js'), false))).toEqual(['commander']);
});

test('zod is not on the way of a document, nor the index of natural, which prints and reads .env', () => {
  const loaded = packages(importsOf(join(dirname(cli), 'worker.js'), true));
  expect(loaded).not.toContain('zod');
  expect(loaded).not.toContain('natural');
});
