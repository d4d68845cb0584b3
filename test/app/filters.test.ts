import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder } from '../write/folder.ts';
import { samut } from './samut.ts';

const broken = 'คณะท างานท าหน้าที่ในปี พ.ศ. 2551\nแม่น้ าโขง';
const filter = (args: string[], input: string) => samut(args, { cwd: '.', input });

describe('filters on text', () => {
  test('repair: text in, text out, lines kept', async () => {
    expect(await filter(['repair'], broken)).toEqual({
      code: 0,
      signal: null,
      stdout: 'คณะทำงานทำหน้าที่ในปี พ.ศ. 2551\nแม่น้ำโขง\n',
      stderr: '',
    });
  });

  test('segment: a separator between the tokens of a line', async () => {
    const { stdout } = await filter(['segment'], broken);
    expect(stdout.split('\n')).toHaveLength(3);
    expect(stdout.replaceAll('|', '')).toBe('คณะทำงานทำหน้าที่ในปี พ.ศ. 2551\nแม่น้ำโขง\n');
    expect(stdout).toContain('|ทำ');
    expect(stdout).not.toMatch(/\|\n|\n\|/);
    const tabs = await filter(['segment', '--separator', '\t', '--raw'], 'ไป ตลาด');
    expect(tabs.stdout).toBe('ไป\t \tตลาด\n');
  });

  test('years: a line for each, with its place in the repaired text', async () => {
    const { stdout } = await filter(['years'], broken);
    expect(stdout).toMatch(/^\d+\t\d+\tyear\tBE\t2551\t2008\t.*2551\n$/);
  });

  test('tag: languages, names and years in the order of the text', async () => {
    const { stdout } = await filter(['tag'], 'องค์การแรงงานระหว่างประเทศ (ILO) ในปี ค.ศ. 2013');
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));
    expect(rows.map(([start]) => Number(start))).toEqual(
      rows.map(([start]) => Number(start)).toSorted((a, b) => a - b),
    );
    expect(rows.map((row) => row.at(-1))).toContain('ILO');
    expect(rows.map((row) => row[2])).toContain('language');
  });

  test('nothing in, nothing out', async () => {
    expect(await filter(['repair'], '')).toMatchObject({ code: 0, stdout: '', stderr: '' });
  });
});

describe('filters on JSON Lines', () => {
  test('the object of each line comes back with what the filter adds', async () => {
    const input = `${JSON.stringify({ id: 7, text: 'ท างาน' })}\n\n${JSON.stringify({ text: '', id: 8 })}\n`;
    const { code, stdout } = await filter(['repair', '--jsonl'], input);
    const [first, second, ...rest] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect({ code, rest }).toEqual({ code: 0, rest: [] });
    expect(first).toMatchObject({ id: 7, text: 'ทำงาน', undecided: [] });
    expect(first.repairs).toEqual([expect.objectContaining({ start: 1, end: 2, before: ' า', after: 'ำ' })]);
    expect(Object.keys(first)).toEqual(['id', 'text', 'repairs', 'undecided']);
    expect(second).toEqual({ text: '', id: 8, repairs: [], undecided: [] });
  });

  test('tokens join to the text, form feeds and all; raw text stays as it is', async () => {
    const text = 'ท างาน\fปี 2551\f\fจบ';
    const { stdout } = await filter(['segment', '--jsonl', '--raw'], JSON.stringify({ text }));
    const { tokens, ...rest } = JSON.parse(stdout);
    expect(rest).toEqual({ text, repairs: [], undecided: [] });
    expect(tokens.join('')).toBe(text);
  });

  test('offsets of later pages count from the beginning of the text', async () => {
    const { stdout } = await filter(['years', '--jsonl'], JSON.stringify({ text: 'หน้า\fปี พ.ศ. 2551' }));
    const { text, years } = JSON.parse(stdout);
    expect(years).toHaveLength(1);
    expect(text.slice(years[0].start, years[0].end)).toBe(years[0].text);
    expect(years[0]).toMatchObject({ year: 2551, edtf: '2008' });
  });

  test.each(['{"text": 1}', 'no JSON', '[]', '{"txt": "a"}'])('%s is refused with its line', async (line) => {
    const { code, stderr } = await filter(['tag', '--jsonl'], `{"text":"ก"}\n${line}\n`);
    expect(code).toBe(1);
    expect(stderr).toBe('samut: standard input, line 2: expected a JSON object with a "text".\n');
  });
});

describe('doctor and unrepair', () => {
  test('doctor without documents tells the versions of all parts', async () => {
    const { code, stdout } = await filter(['doctor'], '');
    expect(code).toBe(0);
    for (const part of ['samut', 'node', 'icu', 'pdfjs-dist', 'wordcut', 'franc', 'natural']) {
      expect(stdout).toMatch(new RegExp(`^${part} +\\d+\\.\\d+`, 'm'));
    }
  });

  test('doctor tells what is wrong with a document and where, in a form that is safe to show', async () => {
    const folder = emptyFolder();
    const file = join(folder, 'bad.json');
    writeFileSync(file, JSON.stringify({ schema: 'samut-document/1', pages: [{ number: 0 }] }));
    const { code, stdout } = await filter(['doctor', file], '');
    expect(code).toBe(1);
    expect(stdout).toContain(`${file}: `);
    expect(stdout).toContain('  pages.0.number: ');
    expect(stdout).toContain('  offsets: ');
  });

  test('unrepair refuses what is no document, and says so', async () => {
    const file = join(emptyFolder(), 'cut.json');
    writeFileSync(file, '{"schema":');
    const { code, stderr } = await filter(['unrepair', file], '');
    expect(code).toBe(1);
    expect(stderr).toBe(`samut: ${file} is no JSON: it was not written by samut, or cut off.\n`);
  });
});
