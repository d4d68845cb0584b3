import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { RunReport } from '../../src/app/report.ts';
import { emptyFolder } from '../write/folder.ts';
import { cli, fixture, samut } from './samut.ts';

const seed = fixture('kpiebook62002/kpiebook62002-p081.txt');
const book = fixture('kpiebook62002/samut-book.pdf');
const read = (...parts: string[]): string => readFileSync(join(...parts), 'utf8');

describe('what can go wrong', () => {
  const cases: [what: string, args: string[], code: number, message: string][] = [
    ['no such file', ['gone.pdf'], 1, 'gone.pdf is not there: check the name and the folder.'],
    [
      'an empty file',
      [fixture('edge/empty-file.pdf')],
      1,
      'empty-file.pdf is empty (0 bytes): get it again from its source.',
    ],
    [
      'not a PDF',
      [fixture('edge/not-a-pdf.pdf')],
      1,
      'not-a-pdf.pdf is not a PDF (no "%PDF-" in its first 1024 bytes): check that it is the right file.',
    ],
    [
      'no password',
      [fixture('edge/encrypted-user.pdf')],
      8,
      'encrypted-user.pdf is encrypted: give its password with --password.',
    ],
    ['no pages', [fixture('edge/zero-pages.pdf')], 1, 'zero-pages.pdf has no pages.'],
    ['an unknown engine', [seed, '--engine', 'magic'], 2, 'magic'],
  ];

  test.each(cases)('%s', async (...[, args, code, message]) => {
    const ended = await samut(['process', ...args, '-o', join(emptyFolder(), 'out')], { cwd: emptyFolder() });
    expect(ended).toMatchObject({ code, stdout: '' });
    expect(ended.stderr).toContain(message);
    expect(ended.stderr).toMatch(/^samut: /);
    expect(ended.stderr).not.toMatch(/\n\s+at |node_modules/);
  });

  test('a wrong password', async () => {
    const args = ['process', fixture('edge/encrypted-user.pdf'), '--password', 'wrong'];
    const { code, stderr } = await samut(args, { cwd: emptyFolder() });
    expect(code).toBe(8);
    expect(stderr).toMatch(/^samut: encrypted-user\.pdf\b.* password is wrong/);
  });

  test('a damaged file', async () => {
    const { code, stderr } = await samut(['process', fixture('edge/truncated.pdf')], { cwd: emptyFolder() });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^samut: truncated\.pdf cannot be read as a PDF .*damaged/);
  });

  test('a page that is not in the document', async () => {
    const { code, stderr } = await samut(['process', book, '--pages', '99'], { cwd: emptyFolder() });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^samut: samut-book\.pdf .*17/);
  });

  test('an output that is a file', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'taken'), '');
    const { code, stderr } = await samut(['process', seed, '-o', 'taken/deeper'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toBe(
      'samut: taken/deeper could not be written: a part of the path is a file, not a folder. Choose another folder with -o.\n',
    );
  });

  test('a result that would overwrite its source', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'a.txt'), 'ทดสอบ');
    const { code, stderr } = await samut(['process', 'a.txt', '--format', 'text', '-o', '.', '--quiet'], {
      cwd,
    });
    expect(code).toBe(1);
    expect(stderr).toBe(
      'samut: a.txt was not processed: a.txt is a source of this run and would be overwritten. Choose another folder with -o.\n',
    );
    expect(read(cwd, 'a.txt')).toBe('ทดสอบ');
  });

  test('one bad document among good ones fails alone', async () => {
    const cwd = emptyFolder();
    const { code, stderr } = await samut(
      ['process', seed, fixture('edge/truncated.pdf'), book, '--workers', '2'],
      { cwd },
    );
    expect(code).toBe(1);
    expect(stderr).toMatch(/^2 documents, 18 pages in .*; 1 failed$/m);
    expect(readdirSync(join(cwd, 'output')).sort()).toEqual(['kpiebook62002-p081.json', 'samut-book.json']);
  });

  test('pages that are pictures: 3, also when quiet', async () => {
    const { code, stderr } = await samut(['process', fixture('edge/scanned.pdf'), '--quiet'], {
      cwd: emptyFolder(),
    });
    expect(code).toBe(3);
    expect(stderr).toMatch(/^samut: scanned\.pdf: page.* can only be read by OCR, which was off\.\n$/);
  });

  test('undecided repairs under --strict: 5, and 0 without', async () => {
    const cwd = emptyFolder();
    copyFileSync(book, join(cwd, 'book.pdf'));
    const { stdout } = await samut(['process', 'book.pdf', '--json', '--quiet'], { cwd });
    const { exitCode, totals }: RunReport = JSON.parse(stdout);
    expect(exitCode).toBe(0);
    const strict = await samut(['process', 'book.pdf', '--strict', '--quiet'], { cwd });
    expect(strict.code).toBe(totals.undecided > 0 ? 5 : 0);
  });

  test.skipIf(process.platform === 'win32')(
    'no room for the result, here by a limit of 4 KB a file',
    async () => {
      const cwd = emptyFolder();
      const command = `ulimit -f 8; exec '${process.execPath}' '${cli}' process '${book}' --quiet`;
      const env = { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' };
      expect(spawnSync('sh', ['-c', command], { cwd, env, encoding: 'utf8' })).toMatchObject({
        status: 1,
        stdout: '',
        stderr:
          'samut: output/samut-book.json could not be written: it would be larger than a file may be here. Free some space or choose another folder with -o.\n',
      });
      expect(readdirSync(join(cwd, 'output'))).toEqual([]);
    },
  );

  test('a document that takes too long', async () => {
    const pages = Array.from({ length: 3000 }, () => read(seed)).join('\f');
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'long.txt'), pages);
    const { code, stderr } = await samut(['process', 'long.txt', '--timeout', '1', '--quiet'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toBe('samut: long.txt took longer than 1 s and was given up (--timeout allows more).\n');
    expect(readdirSync(join(cwd, 'output'))).toEqual([]);
  });

  test.skipIf(process.platform === 'win32')(
    'an interrupt: 130, the rest left out, no temporary files',
    async () => {
      const cwd = emptyFolder();
      writeFileSync(join(cwd, 'long.txt'), Array.from({ length: 3000 }, () => read(seed)).join('\f'));
      writeFileSync(join(cwd, 'short.txt'), 'ทดสอบ');
      let sent = false;
      const watch = (stderr: string, pid: number): void => {
        if (sent || !stderr.includes('short.txt')) return;
        sent = true;
        process.kill(pid, 'SIGINT');
      };
      const args = ['process', 'long.txt', 'short.txt', '--workers', '2', '--json'];
      const { code, stdout, stderr } = await samut(args, { cwd, watch });
      expect(code).toBe(130);
      expect(stderr).toContain('interrupted, 1 not done');
      expect(JSON.parse(stdout)).toMatchObject({
        exitCode: 130,
        interrupted: true,
        totals: { documents: 2, done: 1 },
      });
      expect(readdirSync(join(cwd, 'output'))).toEqual(['short.json']);
    },
  );

  test.skipIf(process.platform === 'win32')(
    'the command is killed: its processes end and leave nothing',
    async () => {
      const cwd = emptyFolder();
      writeFileSync(join(cwd, 'long.txt'), Array.from({ length: 3000 }, () => read(seed)).join('\f'));
      writeFileSync(join(cwd, 'short.txt'), 'ทดสอบ');
      const watch = (stderr: string, pid: number): void => {
        if (stderr.includes('short.txt')) process.kill(pid, 'SIGKILL');
      };
      const args = ['process', 'long.txt', 'short.txt', '--workers', '2'];
      expect(await samut(args, { cwd, watch })).toMatchObject({ signal: 'SIGKILL' });
      await expect.poll(() => readdirSync(join(cwd, 'output')), { timeout: 10_000 }).toEqual(['short.json']);
    },
  );

  test('names that would command the terminal are spelled out', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'a\x1b[31m\nb.pdf'), '');
    const { stderr } = await samut(['process', '.', '--quiet', '-o', 'out'], { cwd });
    expect(stderr).toContain('a\\x1b[31m\\x0ab.pdf is empty');
    expect(stderr).not.toContain('\x1b');
    expect(existsSync(join(cwd, 'out'))).toBe(true);
  });
});
