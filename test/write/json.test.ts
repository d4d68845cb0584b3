import { expect, test } from 'vitest';
import type { DocumentJson } from '../../src/document/schema.ts';
import { json } from '../../src/write/json.ts';
import { jsonl } from '../../src/write/jsonl.ts';
import { pageJson } from '../../src/write/page-json.ts';
import { provenance, version } from '../../src/write/provenance.ts';
import { text } from '../../src/write/text.ts';
import type { Writer } from '../../src/write/writer.ts';
import { bookOf, pageOf } from './book.ts';

const head = { source: bookOf([]).source, provenance: provenance({ pages: [[1, 3]] }) };
const foot = {
  entities: [
    { id: 'e1', type: 'organisation', name: 'UN-ACT', aliases: [], mentions: [[1, 13, 19] as const] },
  ],
  terms: [{ thai: 'ทำ', english: 'do', abbreviation: null, mentions: [[1, 0, 2] as const] }],
  diagnostics: bookOf([]).diagnostics,
};

function written(writer: Writer, pages = [pageOf(1), pageOf(3)]): string {
  return (
    writer.head(head) +
    pages.map((page, index) => writer.page(page, index, head)).join('') +
    writer.foot(foot)
  );
}

test('the JSON is one object whose keys come in the order of the design', () => {
  const document: DocumentJson = JSON.parse(written(json));
  expect(Object.keys(document)).toEqual([
    'schema',
    'offsets',
    'source',
    'pipeline',
    'pages',
    'entities',
    'terms',
    'diagnostics',
  ]);
  expect(Object.keys(document.pages[0]!)).toEqual([
    'number',
    'label',
    'folio',
    'width',
    'height',
    'rotation',
    'origin',
    'status',
    'text',
    'blocks',
    'lines',
    'repairs',
    'undecided',
    'tokens',
    'languages',
    'entities',
    'years',
    'diagnostics',
  ]);
  expect(document.pages.map(({ number }) => number)).toEqual([1, 3]);
  expect(document.entities[0]?.mentions).toEqual([[1, 13, 19]]);
  expect(document.terms[0]?.english).toBe('do');
  expect(document.diagnostics).toEqual([{ rule: 'document', severity: 'info', message: 'about the whole' }]);
});

test('a page stands in one line of the JSON', () => {
  const lines = written(json).split('\n');
  expect(lines.filter((line) => line.startsWith('{"number":'))).toHaveLength(2);
  expect(lines.at(-1)).toBe('');
});

test('a document without pages is valid JSON too', () => {
  expect(JSON.parse(written(json, [])).pages).toEqual([]);
});

test('numbers are rounded as the schema says, and none is -0', () => {
  const page = pageJson(pageOf(1));
  expect([page.width, page.height]).toEqual([595.28, 841.89]);
  expect(JSON.stringify(page.lines[0]?.box)).toBe('[72,91,200.12,0]');
  expect(page.repairs[0]?.confidence).toBe(1);
  expect(page.entities[0]?.confidence).toBe(0.333);
  expect(page.repairs[0]?.evidence[0]?.score).toBe(0.123);
});

test('JSON has no infinity: what a damaged file leads to is written as unknown', () => {
  const [line] = pageOf(1).lines;
  const page = pageJson(
    pageOf(1, {
      width: Number.NaN,
      height: Number.POSITIVE_INFINITY,
      lines: [{ ...line!, box: [0, Number.NaN, 1, 1] }],
    }),
  );
  expect([page.width, page.height, page.lines[0]?.box]).toEqual([0, 0, null]);
});

test('the order in which a stage gave the keys does not matter, nor do its own keys', () => {
  const page = pageOf(1);
  const reordered = Object.fromEntries(
    Object.entries({ ...page, extra: 1 }).reverse(),
  ) as unknown as typeof page;
  expect(JSON.stringify(pageJson(reordered))).toBe(JSON.stringify(pageJson(page)));
  expect(JSON.stringify(pageJson(page).repairs[0]?.evidence)).toBe(
    '[{"kind":"glyph","code":3,"score":0.123,"detail":"advance 0"}]',
  );
});

test('cells of a table are pairs, and absent keys are absent', () => {
  const [heading, table] = pageJson(pageOf(1)).blocks;
  expect(table?.cells).toEqual([
    [
      [13, 15],
      [16, 19],
    ],
  ]);
  expect(heading).not.toHaveProperty('cells');
  expect(table).not.toHaveProperty('level');
});

test('document information is sorted, options are recorded, and no password is', () => {
  const secret = { pages: [[1, 3] as const], password: 'hunter2' };
  const document: DocumentJson = JSON.parse(
    json.head({ ...head, provenance: provenance(secret) }) + json.foot(foot),
  );
  expect(Object.keys(document.source.info)).toEqual(['author', 'title']);
  expect(document.pipeline.version).toBe(version());
  expect(document.pipeline.engines['pdfjs-dist']).toMatch(/^\d+\.\d+\.\d+$/);
  expect(document.pipeline.options).toEqual({ pages: [[1, 3]], engine: null });
});

test('JSON Lines have a page a line, each with its document', () => {
  const lines = written(jsonl)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.map(({ document, sha256, number }) => [document, sha256, number])).toEqual([
    ['สมุด.pdf', 'ab'.repeat(32), 1],
    ['สมุด.pdf', 'ab'.repeat(32), 3],
  ]);
  expect(lines[0].terms).toEqual([{ start: 0, end: 2, thai: 'ทำ', english: 'do', abbreviation: null }]);
});

test('text has a form feed between pages, also around an empty one', () => {
  expect(
    written(text, [pageOf(1, { text: 'ก' }), pageOf(2, { text: '' }), pageOf(3, { text: 'ข\nค' })]),
  ).toBe('ก\n\f\fข\nค\n');
});
