import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import type { RunReport } from '../../src/app/report.ts';
import type { DocumentJson } from '../../src/document/schema.ts';
import { emptyFolder } from '../write/folder.ts';
import { cli, fixture, samut } from './samut.ts';

const seed = fixture('kpiebook62002/kpiebook62002-p081.txt');
const book = fixture('kpiebook62002/samut-book.pdf');
const read = (...parts: string[]): string => readFileSync(join(...parts), 'utf8');

describe('the main job', () => {
  test('a page of text becomes JSON; progress and summary on standard error, nothing on standard output', async () => {
    const cwd = emptyFolder();
    const { code, stdout, stderr } = await samut(['process', seed], { cwd });
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toMatch(
      /^\[1\/1\] kpiebook62002-p081\.txt: 1 page, \d+ repairs -> output\/kpiebook62002-p081\.json$/m,
    );
    expect(stderr).toMatch(/^1 document, 1 page in \d+\.\d s/m);
    expect(stderr).toMatch(/^ {4}before {2}.* า/m);
    expect(readdirSync(join(cwd, 'output'))).toEqual(['kpiebook62002-p081.json']);
    const document: DocumentJson = JSON.parse(read(cwd, 'output', 'kpiebook62002-p081.json'));
    expect(document.pages[0]?.text).toContain('แม่น้ำโขง');
    expect(document.pages[0]?.tokens.join('')).toBe(document.pages[0]?.text);
  });

  test('the book: valid by the published schema, sound by its laws, undone to what the PDF claims', async () => {
    const cwd = emptyFolder();
    expect(await samut(['process', book, '--quiet'], { cwd })).toMatchObject({
      code: 0,
      stdout: '',
      stderr: '',
    });
    const document: DocumentJson = JSON.parse(read(cwd, 'output', 'samut-book.json'));
    const schema = await samut(['schema'], { cwd });
    const validate = new Ajv2020().compile(JSON.parse(schema.stdout));
    expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
    expect(document.pages).toHaveLength(17);
    expect(JSON.stringify(document)).not.toContain(cwd);
    expect(await samut(['doctor', 'output/samut-book.json'], { cwd })).toMatchObject({
      code: 0,
      stdout: 'output/samut-book.json: sound, 17 pages\n',
    });
    const claimed = await samut(['unrepair', 'output/samut-book.json'], { cwd });
    expect(claimed.stdout.split('\f')).toHaveLength(17);
    expect(claimed.stdout).toContain('คณะท างาน');
    expect(document.pages.map(({ text }) => text).join('\n')).not.toContain('คณะท างาน');
  });

  test('one worker and four, any order of files, any locale and time zone: the same bytes', async () => {
    const inputs = [book, seed, fixture('edge/two-columns.pdf'), fixture('edge/type3.pdf')];
    const all = ['--format', 'json,jsonl,text', '--quiet'];
    const cwd = emptyFolder();
    await samut(['process', ...inputs, ...all, '-o', 'one', '--workers', '1'], { cwd });
    const env = { TZ: 'Asia/Bangkok', LC_ALL: 'th_TH.UTF-8', LANG: 'th_TH.UTF-8' };
    await samut(['process', ...inputs.toReversed(), ...all, '-o', 'four', '--workers', '4'], { cwd, env });
    const names = readdirSync(join(cwd, 'one'));
    expect(names).toHaveLength(12);
    expect(readdirSync(join(cwd, 'four'))).toEqual(names);
    for (const name of names) expect(read(cwd, 'four', name)).toBe(read(cwd, 'one', name));
  });

  test('standard input, some pages, a name, three formats', async () => {
    const cwd = emptyFolder();
    const args = [
      'process',
      '-',
      '--name',
      'เล่ม.pdf',
      '--pages',
      '2-3',
      '--format',
      'json,jsonl,text',
      '-o',
      '.',
    ];
    expect(await samut(args, { cwd, input: readFileSync(book) })).toMatchObject({ code: 0 });
    expect(readdirSync(cwd).sort()).toEqual(['เล่ม.json', 'เล่ม.jsonl', 'เล่ม.txt']);
    const document: DocumentJson = JSON.parse(read(cwd, 'เล่ม.json'));
    expect(document.pages.map(({ number }) => number)).toEqual([2, 3]);
    expect(document.pipeline.options.pages).toEqual([[2, 3]]);
    expect(document.source.name).toBe('เล่ม.pdf');
    expect(read(cwd, 'เล่ม.txt').split('\f')).toEqual(
      document.pages.map(({ text }) => (text ? `${text}\n` : '')),
    );
    const lines = read(cwd, 'เล่ม.jsonl')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ sha256 }) => sha256)).toEqual([document.source.sha256, document.source.sha256]);
  });

  test('a folder, with files of one name in it: each has its own result', async () => {
    const cwd = emptyFolder();
    for (const folder of ['a', 'b']) mkdirSync(join(cwd, 'in', folder), { recursive: true });
    writeFileSync(join(cwd, 'in/a/x.txt'), 'หนึ่ง');
    writeFileSync(join(cwd, 'in/b/x.txt'), 'สอง');
    writeFileSync(join(cwd, 'in/y.txt'), 'สาม');
    const { stdout } = await samut(['process', 'in', '--json', '--quiet'], { cwd });
    const report: RunReport = JSON.parse(stdout);
    expect(report.documents.map(({ path }) => path)).toEqual(['in/a/x.txt', 'in/b/x.txt', 'in/y.txt']);
    const files = report.documents.flatMap((document) => document.files);
    expect(files[2]).toBe('output/y.json');
    expect(files[0]).toMatch(/^output\/x-[0-9a-f]{8}\.json$/);
    expect(JSON.parse(read(cwd, files[0]!)).pages[0].text).toBe('หนึ่ง');
    expect(JSON.parse(read(cwd, files[1]!)).pages[0].text).toBe('สอง');
  });

  test('a report for programs and the cost of each stage', async () => {
    const cwd = emptyFolder();
    const { code, stdout, stderr } = await samut(['process', seed, '--json', '--profile'], { cwd });
    const report: RunReport = JSON.parse(stdout);
    expect(report).toMatchObject({
      report: 'samut-run/1',
      exitCode: code,
      interrupted: false,
      totals: { documents: 1, done: 1, failed: 0, pages: 1, statuses: { repaired: 1 } },
      documents: [{ name: 'kpiebook62002-p081.txt', status: 'done', failure: null, pageCount: 1 }],
    });
    expect(report.profile?.map(({ stage }) => stage)).toEqual([
      'extract',
      'repair',
      'segment',
      'tag',
      'write',
    ]);
    for (const { peakBytes } of report.profile ?? []) expect(peakBytes).toBeGreaterThan(1e7);
    expect(stderr).toMatch(/^ {2}repair +\d+\.\d{3} +\d+\.\d % +\d+ MB$/m);
  });
});

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

  test('names that would command the terminal are spelled out', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'a\x1b[31m\nb.pdf'), '');
    const { stderr } = await samut(['process', '.', '--quiet', '-o', 'out'], { cwd });
    expect(stderr).toContain('a\\x1b[31m\\x0ab.pdf is empty');
    expect(stderr).not.toContain('\x1b');
    expect(existsSync(join(cwd, 'out'))).toBe(true);
  });
});
