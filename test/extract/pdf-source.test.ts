import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { glyphAt } from '../../src/document/glyphs.ts';
import type { ExtractedPage } from '../../src/document/page.ts';
import { type ExtractOptions, extract } from '../../src/extract/index.ts';
import { skeleton } from '../../src/extract/outline-headings.ts';

const fixtures = new URL('../../fixtures/', import.meta.url);
const shared = new URL('../../../shared/', import.meta.url);

async function read(path: URL, options: ExtractOptions = {}): Promise<ExtractedPage[]> {
  const name = path.pathname.split('/').at(-1) ?? '';
  const flow = await extract({ name, bytes: readFileSync(path) }, options);
  return Array.fromAsync(flow.pages);
}

const edge = (name: string, options?: ExtractOptions) => read(new URL(`edge/${name}.pdf`, fixtures), options);
const blockTexts = (page: ExtractedPage): string[] =>
  page.blocks.map(({ start, end }) => page.text.slice(start, end));

const sorted = (text: string): string => [...text].sort().join('');

interface Truth {
  readonly pages: readonly {
    readonly number: number;
    readonly label: string | null;
    readonly folio: string | null;
    readonly blocks: readonly { readonly kind: string; readonly text: string; readonly level?: number }[];
  }[];
}

describe('the fixture book, drawn as Word draws Thai', async () => {
  const book = await read(new URL('kpiebook62002/samut-book.pdf', fixtures));
  const truth: Truth = JSON.parse(readFileSync(new URL('truth/samut-book.json', fixtures), 'utf8'));

  it('has every label and every folio, in Thai letters and digits', () => {
    expect(book.map(({ number, label, folio }) => [number, label, folio])).toEqual(
      truth.pages.map(({ number, label, folio }) => [number, label, folio]),
    );
  });

  it('has every letter of every page in reading order; the rows of a table line by line', () => {
    for (const page of truth.pages) {
      const expected = page.blocks.map((block) => skeleton(block.text)).join('');
      const found = skeleton(book[page.number - 1]!.text);
      // The truth has the cells of a table one after the other; the page has the lines of a row across.
      const order = page.blocks.some((block) => block.kind === 'table') ? sorted : (text: string) => text;
      expect([page.number, order(found)]).toEqual([page.number, order(expected)]);
    }
  });

  it('tells page furniture from text on every page', () => {
    const furniture = new Set(['page-header', 'page-footer', 'folio']);
    for (const page of truth.pages) {
      const expected = page.blocks
        .filter((block) => furniture.has(block.kind))
        .map((block) => [block.kind, skeleton(block.text)]);
      const found = book[page.number - 1]!.blocks.filter((block) => furniture.has(block.kind)).map(
        (block) => [block.kind, skeleton(book[page.number - 1]!.text.slice(block.start, block.end))],
      );
      expect([page.number, found]).toEqual([page.number, expected]);
    }
  });

  it('finds footnotes, captions and tables where they are', () => {
    for (const kind of ['footnote', 'caption', 'table']) {
      const expected = truth.pages.filter((page) => page.blocks.some((block) => block.kind === kind));
      const found = book.filter((page) => page.blocks.some((block) => block.kind === kind));
      expect([kind, found.map((page) => page.number)]).toEqual([kind, expected.map((page) => page.number)]);
    }
  });

  it('knows the headings of the outline by their level', () => {
    const headings = truth.pages.flatMap((page) =>
      page.blocks
        .filter((block) => block.kind === 'heading' && /^\d/u.test(block.text))
        .map((block) => [page.number, block.level, skeleton(block.text)]),
    );
    const found = book.flatMap((page) =>
      page.blocks
        .filter((block) => block.kind === 'heading')
        .map((block) => [page.number, block.level, skeleton(page.text.slice(block.start, block.end))]),
    );
    expect(headings.length).toBeGreaterThan(8);
    for (const heading of headings) expect(found).toContainEqual(heading);
  });

  it('keeps the claimed space of every nikhahit, with the glyph that proves it', () => {
    const page = book[1]!;
    const at = page.text.indexOf('ท างาน') + 1;
    const glyph = glyphAt(page.glyphs!, at);
    expect(page.glyphs!.advance[glyph]).toBe(0);
    const facts = page.fonts[page.glyphs!.font[glyph]!]!.suspects.get(page.glyphs!.code[glyph]!)!;
    expect(facts.claimed).toBe(' ');
    expect(facts.inSaraAm).toBeGreaterThan(100);
    expect(facts.zeroAdvance).toBe(facts.count);
  });

  it('is the same page alone as in its book, but for what is learnt over the book', async () => {
    const [alone] = await read(new URL('kpiebook62002/samut-book.pdf', fixtures), { pages: [[7, 7]] });
    expect(alone!.text).toBe(book[6]!.text);
    expect(alone!.lines).toEqual(book[6]!.lines);
  });

  it('has boxes that lie on the page and hold their glyphs', () => {
    for (const page of book) {
      for (const { box } of page.lines) {
        expect(box![0]).toBeGreaterThanOrEqual(0);
        expect(box![1]).toBeGreaterThanOrEqual(0);
        expect(box![2]).toBeLessThanOrEqual(page.width);
        expect(box![3]).toBeLessThanOrEqual(page.height);
      }
    }
  });
});

describe('PDFs of one feature each', () => {
  it('reads two columns one after the other', async () => {
    const [page] = await edge('two-columns');
    expect(blockTexts(page!).map((text) => text.slice(0, 8))).toEqual([
      'จดหมายข่',
      'ชาวบ้านต',
      'เมื่อน้ ',
      'น้าของคร',
      'เมื่อน้ ',
      'น้าของคร',
      'ชาวบ้านต',
    ]);
  });

  it('reads a page of every rotation as it is displayed', async () => {
    const pages = await edge('rotated');
    expect(new Set(pages.map((page) => page.rotation)).size).toBeGreaterThan(1);
    for (const page of pages) {
      expect(skeleton(page.text)).toContain(skeleton('ชาวบ้านตำบลวังคำช่วยกันจดระดับน้ำทุกเช้า'));
      expect(page.lines.every(({ box }) => box![2] <= page.width && box![3] <= page.height)).toBe(true);
    }
  });

  it('reads form XObjects and Type 3 fonts', async () => {
    for (const name of ['form-xobject', 'type3']) {
      const [page] = await edge(name);
      expect(skeleton(page!.text)).toContain(skeleton('ผู้จดประจำต้องลงชื่อกำกับทุกครั้ง'));
    }
  });

  it('marks what nobody sees', async () => {
    const pages = await edge('invisible');
    const invisible = pages.flatMap((page) => [...page.glyphs!.flags]).filter((flags) => (flags & 1) !== 0);
    expect(invisible.length).toBeGreaterThan(20);
  });

  it('opens an encrypted file with its password, and says what it needs without', async () => {
    await expect(edge('encrypted-user')).rejects.toMatchObject({ code: 'password-needed' });
    await expect(edge('encrypted-user', { password: 'wrong' })).rejects.toMatchObject({
      code: 'password-wrong',
    });
    expect((await edge('encrypted-owner'))[0]!.text).toContain('ชาวบ้าน');
  });

  it('says of an image without text that it needs OCR, and of a blank page that it is empty', async () => {
    const [scan] = await edge('scanned');
    expect(scan).toMatchObject({ status: 'empty', text: '' });
    expect(scan!.diagnostics[0]).toMatchObject({ rule: 'image-only', severity: 'warning' });
    expect((await edge('blank'))[0]).toMatchObject({ status: 'empty', diagnostics: [] });
  });

  it('keeps the pages around one that cannot be read', async () => {
    const pages = await edge('missing-page');
    expect(pages.map((page) => page.status)).toEqual(['clean', 'clean', 'failed']);
    expect(pages[2]!.diagnostics[0]!.message).toMatch(/^Page 3 could not be read: /u);
  });

  it.each([
    ['truncated', 'corrupt', 'truncated.pdf cannot be read as a PDF'],
    ['zero-pages', 'no-pages', 'zero-pages.pdf has no pages.'],
    ['empty-file', 'empty-file', 'empty-file.pdf is empty (0 bytes)'],
    ['not-a-pdf', 'not-supported', 'not-a-pdf.pdf is not a PDF'],
  ])('refuses %s with a message that names the file', async (name, code, message) => {
    await expect(edge(name)).rejects.toMatchObject({ code });
    await expect(edge(name)).rejects.toThrow(message);
  });

  it('refuses a page that is not there', async () => {
    await expect(edge('plain', { pages: [[2, 2]] })).rejects.toThrow(
      'plain.pdf has 1 page; page 2 cannot be read. Correct --pages.',
    );
  });
});

const regulation = new URL('pdfs/sarabun-regulation.pdf', shared);
const present = existsSync(regulation);
describe(`real PDFs${present ? '' : ' (skipped: ../shared is missing)'}`, () => {
  it.skipIf(!present)('reads 225 pages of a regulation with the folios that they print', async () => {
    const pages = await read(regulation);
    expect(pages).toHaveLength(225);
    expect(pages.filter((page) => page.status === 'failed')).toEqual([]);
    expect(pages[4]).toMatchObject({ folio: '๑' });
    expect(pages[29]).toMatchObject({ folio: '๒๖' });
    const folios = pages.filter((page) => page.folio !== null);
    expect(folios.length).toBeGreaterThan(210);
  });

  it.skipIf(!present)('reads the gazette’s running heads as furniture, with the folio in them', async () => {
    const pages = await read(new URL('pdfs/gazette-constituency.pdf', shared), { pages: [[1, 9]] });
    expect(pages.map((page) => page.folio)).toEqual([...'๕๖๗๘๙', '๑๐', '๑๑', '๑๒', '๑๓']);
    expect(pages[4]!.blocks.filter((block) => block.kind === 'page-header').length).toBeGreaterThan(0);
  });
});
