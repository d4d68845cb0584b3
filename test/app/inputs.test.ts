import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findInputs } from '../../src/app/inputs.ts';
import { outputNames } from '../../src/app/output-names.ts';
import { emptyFolder } from '../write/folder.ts';

/** A folder with files of the given names and contents. */
function folderWith(files: Record<string, string>): string {
  const folder = emptyFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

const paths = async (folder: string, ...names: string[]) =>
  (
    await findInputs(
      names.map((name) => (name === '-' ? name : join(folder, name))),
      'stdin',
    )
  ).map(({ path }) => (path === null ? '-' : path.slice(folder.length + 1)));

test('a folder gives its .pdf and .txt files and those below it, by code units', async () => {
  const folder = folderWith({
    'b.pdf': '',
    'B.PDF': '',
    'a/z.txt': '',
    'ก.pdf': '',
    'é.pdf': '',
    'c.docx': '',
    '.x.pdf': '',
  });
  expect(await paths(folder, '.')).toEqual(['B.PDF', 'a/z.txt', 'b.pdf', 'é.pdf', 'ก.pdf']);
});

test('links to folders are not followed, so that circles end', async () => {
  const folder = folderWith({ 'a/b.pdf': '' });
  symlinkSync(folder, join(folder, 'a', 'circle'));
  expect(await paths(folder, '.')).toEqual(['a/b.pdf']);
});

test('a pattern gives what it matches', async () => {
  const folder = folderWith({ '2551/b.pdf': '', '2551/a.pdf': '', '2552/c.pdf': '', '2552/d.txt': '' });
  expect(await paths(folder, '*/*.pdf')).toEqual(['2551/a.pdf', '2551/b.pdf', '2552/c.pdf']);
});

test('a file whose name looks like a pattern is a file', async () => {
  const folder = folderWith({ 'a[1].pdf': '', 'a1.pdf': '' });
  expect(await paths(folder, 'a[1].pdf')).toEqual(['a[1].pdf']);
});

test('arguments keep their order, and nothing comes twice', async () => {
  const folder = folderWith({ 'a.pdf': '', 'b.pdf': '' });
  expect(await paths(folder, 'b.pdf', '-', '.', 'b.pdf', '-')).toEqual(['b.pdf', '-', 'a.pdf']);
});

test.each([
  ['gone.pdf', 'gone.pdf is not there: check the name and the folder.'],
  ['no*.pdf', 'no*.pdf matches no file.'],
  ['empty', 'empty holds no .pdf or .txt file.'],
])('%s: is told', async (name, message) => {
  const folder = folderWith({ 'empty/readme.md': '' });
  const [input] = await findInputs([join(folder, name)], 'stdin');
  expect(input).toMatchObject({ error: { code: 'no-such-file', message: join(folder, message) } });
});

test('names of results are distinct and do not depend on the order of the inputs', async () => {
  const folder = folderWith({
    'x/report.pdf': 'one',
    'y/Report.pdf': 'two',
    'y/report.txt': 'three',
    'z/other.pdf': 'one',
  });
  const inputs = await findInputs([folder], 'stdin');
  const named = async (list: typeof inputs) =>
    Object.fromEntries(
      [...(await outputNames(list))].map(([{ path }, name]) => [path?.slice(folder.length + 1), name]),
    );
  const names = await named(inputs);
  expect(names).toEqual({
    'x/report.pdf': 'report-7692c3ad',
    'y/Report.pdf': 'Report-3fc4ccfe',
    'y/report.txt': 'report-8b5b9db0',
    'z/other.pdf': 'other',
  });
  expect(await named(inputs.toReversed())).toEqual(names);
});

test('copies of one file under one name get a number', async () => {
  const folder = folderWith({ 'x/a.pdf': 'one', 'y/a.pdf': 'one' });
  const names = await outputNames(await findInputs([folder], 'stdin'));
  expect([...names.values()]).toEqual(['a-7692c3ad', 'a-7692c3ad-2']);
});
