import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { RepairedPage } from '../../src/document/page.ts';
import { extract } from '../../src/extract/index.ts';
import { repair } from '../../src/repair/index.ts';
import { type Claim, type StrippedOptions, strippedPdf } from './stripped-pdf.ts';

const lines = [
  'คณะทำงานกำหนดแผนการดำเนินงานประจำปี',
  'แม่น้ำโขงและลุ่มน้ำสาขามีความสำคัญต่อผู้คน',
  'ผู้ป่วยที่ได้รับอนุญาตให้เข้าห้องนี้ ต้องรายงานชื่อ',
  'เรื่องนี้จำเป็นต้องแก้ไขทั้งสิ้น ๑๒ ครั้ง',
];

const honest: Claim = (character) => character;
const isMark = (character: string) => /[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/.test(character);

async function read(options: StrippedOptions): Promise<RepairedPage> {
  const bytes = strippedPdf(lines, options);
  const flow = repair(await extract({ name: 'made.pdf', bytes }, {}), { joinLines: false });
  for await (const page of flow.pages) return page;
  throw new Error('the PDF has no page');
}

test('a sound font has no identities', async () => {
  const page = await read({ claim: honest, keepCmap: true });
  expect(page.fonts.map(({ identities }) => identities.size)).toEqual([0]);
  expect(page.text).toBe(lines.join('\n'));
});

const faults: readonly [string, Claim | null][] = [
  ['no ToUnicode map at all', null],
  [
    'marks claimed to be Latin letters',
    (character, code) => (isMark(character) ? String.fromCharCode(0x61 + (code % 26)) : character),
  ],
  ['marks without a value', (character) => (isMark(character) ? undefined : character)],
  ['marks that are NUL', (character) => (isMark(character) ? '\0' : character)],
  ['NIKHAHIT that is a space', (character) => (character === '\u0e4d' ? ' ' : character)],
  ['NIKHAHIT that is MAI THO', (character) => (character === '\u0e4d' ? '\u0e49' : character)],
  ['NIKHAHIT that is U+FFFD', (character) => (character === '\u0e4d' ? '\ufffd' : character)],
  ['SARA AA that is SARA AM', (character) => (character === '\u0e32' ? '\u0e33' : character)],
  [
    'both of it',
    (character) => (character === '\u0e4d' ? ' ' : character === '\u0e32' ? '\u0e33' : character),
  ],
  ['a consonant claimed with a mark', (character) => (character === 'น' ? 'น\u0e49' : character)],
];

test.each(faults)('reads %s by the font program, with proof', async (_, claim) => {
  const page = await read({ claim, keepCmap: true });
  expect(page.text).toBe(lines.join('\n'));
  const kinds = page.repairs.flatMap(({ evidence }) => evidence.map(({ kind }) => kind));
  expect(kinds).toContain('cmap');
});

test.each(faults)('reads %s by outlines, where the program has no character map', async (_, claim) => {
  const page = await read({ claim });
  expect(page.text).toBe(lines.join('\n'));
  const kinds = page.repairs.flatMap(({ evidence }) => evidence.map(({ kind }) => kind));
  expect(kinds).toContain('outline');
});

test('undoing the repairs gives what the PDF claims', async () => {
  const page = await read({ claim: null });
  let text = page.text;
  for (const { start, end, before } of page.repairs.toReversed()) {
    text = text.slice(0, start) + before + text.slice(end);
  }
  expect(text).toBe(page.claimed);
});

test('words cannot overrule what a font proves: "กำ มำ" stays', async () => {
  const bytes = strippedPdf(['การทำงาน กา มา ตา กำ มำ'], { claim: honest, keepCmap: true });
  const flow = repair(await extract({ name: 'made.pdf', bytes }, {}));
  for await (const page of flow.pages) expect(page.text).toBe('การทำงาน กา มา ตา กำ มำ');
});

test('text printed over itself is read once, and said to be', async () => {
  const twice = (content: string) => `${content}\n${content.replaceAll('1 0 0 1 40', '1 0 0 1 40.4')}`;
  const page = await read({ claim: honest, keepCmap: true, content: twice });
  expect(page.text).toBe(lines.join('\n'));
  expect(page.repairs.filter(({ rule }) => rule === 'overprint').length).toBe(lines.length);
});

const writers = new URL('../../../shared/pdfs/writers/', import.meta.url);
const missing = !existsSync(writers);

test.skipIf(missing)(
  `31 PDFs of five writers and fourteen models read right${missing ? ' (../shared is missing)' : ''}`,
  async () => {
    const { readdirSync } = await import('node:fs');
    const plain = (text: string) => text.replace(/\s+/gu, '').normalize('NFC');
    const truth = plain(readFileSync(new URL('truth.txt', writers), 'utf8'));
    const names = readdirSync(writers).filter((name) => name.endsWith('.pdf'));
    const read: Record<string, string> = {};
    for (const name of names) {
      const flow = repair(await extract({ name, bytes: readFileSync(new URL(name, writers)) }, {}));
      let text = '';
      for await (const page of flow.pages) text += page.text;
      read[name] = plain(text);
    }
    expect(read).toEqual(Object.fromEntries(names.map((name) => [name, truth])));
  },
);
