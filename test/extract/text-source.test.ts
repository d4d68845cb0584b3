import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExtractedPage } from '../../src/document/page.ts';
import { extract } from '../../src/extract/index.ts';

const bytesOf = (...values: number[]): Uint8Array => new Uint8Array(values);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function pagesOf(text: string, pages?: [number, number][]): Promise<ExtractedPage[]> {
  const flow = await extract({ name: 'a.txt', bytes: bytes(text) }, pages ? { pages } : {});
  return Array.fromAsync(flow.pages);
}

const kinds = (page: ExtractedPage): string[] =>
  page.blocks.map(
    ({ kind, start, end }) => `${kind}: ${page.text.slice(start, end).split('\n')[0]?.slice(0, 14)}`,
  );

describe('plain text', () => {
  it('reads the page dump of the seed: number, furniture, folio, paragraphs and items', async () => {
    const seed = readFileSync(
      new URL('../../fixtures/kpiebook62002/kpiebook62002-p081.txt', import.meta.url),
    );
    const flow = await extract({ name: 'seed.txt', bytes: seed }, {});
    const [page] = await Array.fromAsync(flow.pages);
    expect(page).toMatchObject({ number: 81, folio: '65', origin: 'text', status: 'clean', glyphs: null });
    expect(page!.text).toBe(seed.toString('utf8'));
    expect(kinds(page!)).toEqual([
      'page-header: Page 81 - kpie',
      'page-header: P. 81',
      'paragraph: สาธารณะ และกระ',
      'paragraph: COMMIT กลายเป็',
      'list-item: - บันทึกความเข',
      'list-item: - ปฏิญญาร่วม (',
      'list-item: - คู่มือส าหรั',
      'list-item: - ตัวชี้วัดร่ว',
      'list-item: - แนวปฏิบัติร่',
      'folio: [65]',
    ]);
  });

  it('parts pages at form feeds; one at the end closes the last page', async () => {
    const pages = await pagesOf('หนึ่ง\fสอง\f\n');
    expect(pages.map(({ number, text }) => [number, text])).toEqual([
      [1, 'หนึ่ง'],
      [2, 'สอง'],
    ]);
  });

  it('takes the page number from the dump header, and a folio from the first line after it', async () => {
    const [page] = await pagesOf('Page 9 - report\n[3]\nบทนำ\nเนื้อความของหน้า');
    expect(page).toMatchObject({ number: 9, folio: '3' });
  });

  it('reads the pages that are asked for, and says which there are', async () => {
    expect((await pagesOf('a\fb\fc', [[2, 3]])).map((page) => page.text)).toEqual(['b', 'c']);
    await expect(pagesOf('a\fb', [[2, 5]])).rejects.toThrow(
      'a.txt has pages 1 to 2; pages 2-5 cannot be read. Correct --pages.',
    );
  });

  it('begins a block at a blank line, and after a line that stops short', async () => {
    const long = 'ก'.repeat(60);
    const [page] = await pagesOf(`${long}\n${long}\nสั้น\n${long}\n\n${long}\n${long}`);
    expect(page!.blocks.map(({ start, end }) => page!.text.slice(start, end).split('\n').length)).toEqual([
      3, 1, 2,
    ]);
  });

  it('calls a page of nothing but white space empty', async () => {
    expect((await pagesOf(' \n\t\n'))[0]).toMatchObject({ status: 'empty', blocks: [] });
  });

  it('reads TIS-620 and UTF-16, and says so', async () => {
    const tis = bytesOf(...[...'ทำหน้าที่ในตำบล'].map((letter) => letter.charCodeAt(0) - 0x0e00 + 0xa0));
    const flow = await extract({ name: 'tis.txt', bytes: tis }, {});
    expect((await Array.fromAsync(flow.pages))[0]!.text).toBe('ทำหน้าที่ในตำบล');
    expect(flow.diagnostics[0]!.message).toBe('The file is in windows-874, and was read as such.');
    const utf16 = await extract({ name: 'u.txt', bytes: bytesOf(0xff, 0xfe, 0x01, 0x0e) }, {});
    expect((await Array.fromAsync(utf16.pages))[0]!.text).toBe('ก');
  });

  it('keeps the text as it stands, and puts every letter of it into one block (random text)', async () => {
    const lines = fc.array(fc.string({ unit: 'binary', maxLength: 30 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(lines, async (parts) => {
        const text = parts
          .join('\n')
          .replace(/[\f\0\ufeff]/gu, '')
          .toWellFormed();
        if (text === '') return;
        const [page] = await pagesOf(text);
        expect(page!.text).toBe(text);
        let end = 0;
        for (const block of page!.blocks) {
          expect(text.slice(end, block.start).trim()).toBe('');
          end = block.end;
        }
        expect(text.slice(end).trim()).toBe('');
      }),
    );
  });
});

describe('a file that is neither', () => {
  it.each([
    ['empty.pdf', new Uint8Array(0), 'empty.pdf is empty (0 bytes)'],
    ['page.pdf', bytes('hello'), 'page.pdf is not a PDF'],
    ['image.png', new Uint8Array([137, 80, 78, 71, 0, 1]), 'image.png is neither a PDF nor text'],
    ['latin.txt', bytesOf(0xe9, 0x74, 0xe9, 0x20, 0xff, 0xfe, 0xff, 0xdc, 0xdd), 'latin.txt is neither'],
  ])('%s is refused with a message that names it', async (name, content, message) => {
    await expect(extract({ name, bytes: content }, {})).rejects.toThrow(message);
  });
});
