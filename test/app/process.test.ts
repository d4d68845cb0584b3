import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import type { RunReport } from '../../src/app/report.ts';
import type { DocumentJson } from '../../src/document/schema.ts';
import { emptyFolder } from '../write/folder.ts';
import { fixture, samut } from './samut.ts';

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
