import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Format, write } from '../../src/write/index.ts';
import { outputError } from '../../src/write/output-error.ts';
import { bookOf, pageOf } from './book.ts';
import { emptyFolder } from './folder.ts';

const formats: Format[] = ['json', 'jsonl', 'text'];

test('writes each format and nothing else, and says what it wrote', async () => {
  const folder = join(emptyFolder(), 'new', 'folder');
  const seen: number[] = [];
  const result = await write(bookOf([pageOf(1), pageOf(2)]), {
    folder,
    formats,
    onPage: (n) => seen.push(n),
  });
  expect(readdirSync(folder).sort()).toEqual(['สมุด.json', 'สมุด.jsonl', 'สมุด.txt']);
  expect(result.files).toEqual(['สมุด.json', 'สมุด.jsonl', 'สมุด.txt'].map((name) => join(folder, name)));
  expect(result.tally.pages).toBe(2);
  expect(seen).toEqual([1, 2]);
  const document = JSON.parse(readFileSync(join(folder, 'สมุด.json'), 'utf8'));
  expect(document.entities[0].mentions).toEqual([
    [1, 13, 19],
    [2, 13, 19],
  ]);
});

test('writing twice gives the same bytes', async () => {
  const [a, b] = [emptyFolder(), emptyFolder()];
  for (const folder of [a, b]) await write(bookOf([pageOf(1), pageOf(2)]), { folder, formats });
  for (const name of readdirSync(a)) expect(readFileSync(join(b, name))).toEqual(readFileSync(join(a, name)));
});

test('leaves nothing behind when the pages fail, and keeps what was there', async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'สมุด.json'), 'of yesterday');
  const failing = async function* () {
    yield pageOf(1);
    throw new Error('the pages end here');
  };
  await expect(write(bookOf(failing()), { folder, formats })).rejects.toThrow('the pages end here');
  expect(readdirSync(folder)).toEqual(['สมุด.json']);
  expect(readFileSync(join(folder, 'สมุด.json'), 'utf8')).toBe('of yesterday');
});

test('a reader never sees half a file: until the end there is only the temporary one', async () => {
  const folder = emptyFolder();
  const during: string[][] = [];
  const onPage = () => during.push(readdirSync(folder));
  await write(bookOf([pageOf(1)]), { folder, onPage });
  expect(during).toEqual([[`.สมุด.json.${process.pid}.tmp`]]);
});

test('replaces a symbolic link instead of writing through it', async () => {
  const folder = emptyFolder();
  const victim = join(folder, 'victim');
  writeFileSync(victim, 'precious');
  mkdirSync(join(folder, 'out'));
  symlinkSync(victim, join(folder, 'out', 'สมุด.json'));
  await write(bookOf([pageOf(1)]), { folder: join(folder, 'out') });
  expect(readFileSync(victim, 'utf8')).toBe('precious');
  expect(JSON.parse(readFileSync(join(folder, 'out', 'สมุด.json'), 'utf8')).schema).toBe('samut-document/1');
});

test('says that a folder cannot be made', async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'file'), '');
  const inFile = join(folder, 'file', 'out');
  await expect(write(bookOf([pageOf(1)]), { folder: inFile })).rejects.toMatchObject({
    code: 'output-not-writable',
    message: `${inFile} could not be written: a part of the path is a file, not a folder. Choose another folder with -o.`,
  });
});

test.skipIf(process.getuid?.() === 0)('says that permission is denied (skipped for root)', async () => {
  const folder = emptyFolder();
  chmodSync(folder, 0o500);
  await expect(write(bookOf([pageOf(1)]), { folder })).rejects.toMatchObject({ code: 'output-not-writable' });
});

test.skipIf(!existsSync('/dev/full'))(
  'says that the disk is full, with the file (needs /dev/full)',
  async () => {
    const { open } = await import('node:fs/promises');
    const full = await open('/dev/full', 'w');
    const error = await full.writeFile('x').catch((reason: unknown) => reason);
    await full.close();
    expect(outputError(error, 'output/book.json')).toMatchObject({
      code: 'disk-full',
      message:
        'output/book.json could not be written: the disk is full. Free some space or choose another folder with -o.',
    });
  },
);

test.each([
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EROFS', 'output-not-writable'],
  ['EACCES', 'output-not-writable'],
])('%s means %s', (code, expected) => {
  const error = Object.assign(new Error(code), { code });
  expect(outputError(error, 'out')).toMatchObject({ code: expected, cause: error });
});

test('an error of another kind stays what it is', () => {
  const error = new TypeError('a bug');
  expect(outputError(error, 'out')).toBe(error);
});

test('memory stays flat over a thousand long pages', async () => {
  const folder = emptyFolder();
  const text = 'คำ'.repeat(5000);
  const page = pageOf(1, { text, tokens: [text], repairs: [], entities: [], years: [], terms: [] });
  const heaps: number[] = [];
  const pages = async function* () {
    for (let number = 1; number <= 1000; number += 1) {
      if (number % 100 === 0) heaps.push(process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed);
      yield { ...page, number };
    }
  };
  const result = await write(bookOf(pages()), { folder });
  expect(result.tally.pages).toBe(1000);
  expect(Math.max(...heaps.slice(1)) - heaps[1]!).toBeLessThan(120e6);
});
