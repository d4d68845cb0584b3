import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { RepairedPage } from '../../src/document/page.ts';
import { segment, segmenterVersion, segmentPage, segmentText } from '../../src/segment/index.ts';

const folder = new URL('../cases/segment/', import.meta.url);

/** Cases by hand: the expected tokens are parted by `|`; a space inside a token is written as it is. */
for (const file of readdirSync(folder)) {
  for (const block of readFileSync(new URL(file, folder), 'utf8').trim().split(/\n\n+/)) {
    const [title = '', input = '', , expected = ''] = block.split('\n');
    test(`${file}: ${title.slice(2)}`, () => {
      expect(segmentText(input).join('|')).toBe(expected);
    });
  }
}

const page: RepairedPage = {
  number: 1,
  label: null,
  folio: null,
  width: 0,
  height: 0,
  rotation: 0,
  origin: 'text',
  status: 'clean',
  text: 'ทำหน้าที่\nค.ศ. 2007',
  claimed: 'ทำหน้าที่\nค.ศ. 2007',
  lines: [],
  blocks: [],
  glyphs: null,
  fonts: [],
  diagnostics: [],
  repairs: [],
  undecided: [],
};

test('a page keeps all that it has and gains tokens', () => {
  expect(segmentPage(page)).toEqual({ ...page, tokens: ['ทำ', 'หน้าที่', '\n', 'ค.ศ.', ' ', '2007'] });
});

test('a flow of pages is segmented page by page, and an unknown engine is refused before the first', async () => {
  const source = {
    name: 'a.txt',
    sha256: '',
    bytes: 0,
    mediaType: 'text/plain',
    pageCount: 2,
    info: {},
    outline: [],
  } as const;
  const pages = async function* () {
    yield page;
    yield { ...page, number: 2, text: '' };
  };
  const flow = { source, pages: pages(), diagnostics: [] };
  const tokens: (readonly string[])[] = [];
  for await (const done of segment(flow, {}).pages) tokens.push(done.tokens);
  expect(tokens).toEqual([segmentText(page.text), []]);
  expect(() => segment(flow, { engine: 'none' })).toThrow('no segmentation engine is called none');
});

test('the version names the engine', () => {
  expect(segmenterVersion()).toMatch(/^boundary \d+$/);
  expect(segmenterVersion({ engine: 'wordcut' })).toMatch(/^wordcut 0\.9\.1/);
});
