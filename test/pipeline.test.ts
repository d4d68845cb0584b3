import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TaggedPage } from '../src/document/page.ts';
import { undoRepairs } from '../src/document/repairs.ts';
import { annotate } from '../src/pipeline.ts';

const root = new URL('../', import.meta.url);
const shared = new URL('../shared/', root);

async function pagesOf(name: string, bytes: Uint8Array): Promise<TaggedPage[]> {
  const flow = await annotate({ name, bytes }, {});
  return Array.fromAsync(flow.pages);
}

const read = (path: string): Promise<TaggedPage[]> =>
  pagesOf(path.split('/').at(-1) ?? path, readFileSync(new URL(path, root)));

/** The laws of the document that hold for every page, whatever was read. */
function expectLaws(page: TaggedPage): void {
  expect(page.tokens.join('')).toBe(page.text);
  expect(undoRepairs(page.text, page.repairs)).toBe(page.claimed);
  expect(page.text.normalize('NFC')).toBe(page.text);
  const spans = [
    page.blocks,
    page.lines,
    page.repairs,
    page.undecided,
    page.languages,
    page.entities,
    page.years,
  ];
  for (const { start, end } of spans.flat()) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThanOrEqual(start);
    expect(end).toBeLessThanOrEqual(page.text.length);
  }
  for (const { start, end, text } of [...page.entities, ...page.years]) {
    expect(page.text.slice(start, end)).toBe(text);
  }
  expect(page.diagnostics.filter(({ message }) => message.includes('failed and was passed over'))).toEqual(
    [],
  );
}

describe('the seed page, from plain text', async () => {
  const [page] = (await read('fixtures/kpiebook62002/kpiebook62002-p081.txt')) as [TaggedPage];
  const claimed = readFileSync(new URL('fixtures/kpiebook62002/kpiebook62002-p081.txt', root), 'utf8');
  const truth = readFileSync(new URL('fixtures/truth/kpiebook62002-p081.txt', root), 'utf8');
  const letters = (text: string): string => text.replace(/\s/gu, '');

  it('has all 24 sara am, and no other letter changed', () => {
    expect(page.text.match(/ำ/gu)).toHaveLength(24);
    expect(letters(page.text)).toBe(letters(truth));
    expect(page.text).toContain('ผู้ถูกค้ามนุษย์');
    expect(page.text).toContain('ซึ่งห้าประเทศ');
    expect(page.undecided).toEqual([]);
  });

  it('joins wrapped Thai with nothing, Latin and a year of an era with a space', () => {
    expect(page.text).toContain('ซึ่งสะท้อนอยู่ในแผนการดำเนินงาน');
    expect(page.text).toContain('(Third Joint Declaration of the Coordinated');
    expect(page.text).toContain('จำนวน 3 ฉบับ ใน ค.ศ. 2007 2012 และ 2015');
  });

  it('gives the claimed text back, byte for byte', () => {
    expect(undoRepairs(page.text, page.repairs)).toBe(claimed);
  });

  it('has folio 65 and every year with its era', () => {
    expect(page.folio).toBe('65');
    expect(page.years.map(({ year, era }) => `${year} ${era}`)).toEqual(
      [2014, 2013, 2007, 2012, 2015, 2015, 2015, 2017, 2016, 2016].map((year) => `${year} CE`),
    );
  });

  it('tags the organisations with their Thai names', () => {
    const names = new Map(page.entities.map(({ id, text }) => [`${id} ${text}`, id]));
    for (const [id, thai] of [
      ['organisation:somtc', 'ที่ประชุมเจ้าหน้าที่อาวุโสว่าด้วยอาชญากรรมข้ามชาติ'],
      ['organisation:aaptip', 'โครงการออสเตรเลีย-เอเชียเพื่อต่อต้านการค้ามนุษย์'],
      ['organisation:iom', 'องค์การระหว่างประเทศเพื่อการโยกย้ายถิ่นฐาน'],
      ['organisation:ilo', 'องค์การแรงงานระหว่างประเทศ'],
      ['organisation:un-act', 'ปฏิบัติการความร่วมมือเพื่อต่อต้านการค้ามนุษย์แห่งสหประชาชาติ'],
    ]) {
      expect(names.get(`${id} ${thai}`)).toBe(id);
    }
    expect(page.entities.filter(({ text }) => text === 'COMMIT').length).toBeGreaterThan(2);
  });

  it('keeps the laws', () => expectLaws(page));
});

describe('the fixture book, from a PDF drawn as Word draws it', async () => {
  const book = await read('fixtures/kpiebook62002/samut-book.pdf');
  interface Truth {
    readonly pages: readonly {
      readonly number: number;
      readonly blocks: readonly { readonly text: string }[];
    }[];
  }
  const truth: Truth = JSON.parse(readFileSync(new URL('fixtures/truth/samut-book.json', root), 'utf8'));

  it('has every sara am of the truth, page by page, and the nikhahit of the Pali verse', () => {
    const count = (text: string, sign: RegExp): number => text.match(sign)?.length ?? 0;
    for (const { number, blocks } of truth.pages) {
      const expected = blocks.map(({ text }) => text).join('\n');
      const { text } = book[number - 1]!;
      for (const sign of [/ำ/gu, /ํ/gu]) {
        expect([number, sign.source, count(text, sign)]).toEqual([
          number,
          sign.source,
          count(expected, sign),
        ]);
      }
    }
  });

  it('keeps the laws on every page', () => {
    for (const page of book) expectLaws(page);
  });
});

describe('every fixture of one feature', () => {
  const unreadable = new Set([
    'encrypted-user.pdf',
    'empty-file.pdf',
    'not-a-pdf.pdf',
    'truncated.pdf',
    'zero-pages.pdf',
  ]);
  const files = readdirSync(new URL('fixtures/edge/', root)).filter((name) => !unreadable.has(name));
  it.each(files)('%s keeps the laws', async (name) => {
    for (const page of await read(`fixtures/edge/${name}`)) expectLaws(page);
  });
});

const writers = new URL('pdfs/writers/', shared);
const present = existsSync(writers);
describe(`PDFs of many writers${present ? '' : ' (skipped: ../shared is missing)'}`, () => {
  const files = present ? readdirSync(writers).filter((name) => name.endsWith('.pdf')) : [];
  it.skipIf(!present).each(present ? files : ['none'])('%s keeps the laws', async (name) => {
    for (const page of await pagesOf(name, readFileSync(new URL(name, writers)))) expectLaws(page);
  });
});

describe('random text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'ท า',
      'น้ า',
      'ำ',
      'ํา',
      'เเ',
      'ที่',
      'การ',
      'พ.ศ. ๒๕๖๐',
      'ค.ศ. 2007 2012',
      '(ILO)',
      'องค์การ',
    ),
    fc.constantFrom(
      '\n',
      ' ',
      '- ',
      '\f',
      '[65]',
      '\u200b',
      '\uf70a',
      '\ufffd',
      'É',
      '\u0000',
      '1. ',
      'UN-ACT',
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  it('keeps the laws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 60 }), async (pieces) => {
        const text = pieces.join('').toWellFormed().replace(/\0/gu, '');
        if (text === '') return;
        for (const page of await pagesOf('random.txt', new TextEncoder().encode(text))) expectLaws(page);
      }),
      { numRuns: 150 },
    );
  });
});
