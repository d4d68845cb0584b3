import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block, TaggedPage } from '../../src/document/page.ts';
import { field } from '../../src/write/csv.ts';
import { escapeHtml } from '../../src/write/html.ts';
import { type Format, write } from '../../src/write/index.ts';
import { escapeMarkdown } from '../../src/write/markdown.ts';
import { bookOf, pageOf } from './book.ts';
import { emptyFolder } from './folder.ts';

/** A page of blocks, each with its text; a table is given as its cells, `null` where one goes on. */
function pageWith(...parts: [Block['kind'], string | (string | null)[][], number?][]): TaggedPage {
  let text = '';
  const blocks = parts.map(([kind, content, level]): Block => {
    if (text !== '') text += '\n';
    const start = text.length;
    if (typeof content === 'string') {
      text += content;
      return { kind, start, end: text.length, box: null, ...(level === undefined ? {} : { level }) };
    }
    const cells = content.map((row, r) => {
      if (r > 0) text += '\n';
      return row.map((cell, c) => {
        if (c > 0) text += '\t';
        const from = text.length;
        text += cell ?? '';
        return { start: from, end: text.length };
      });
    });
    // A cell that goes on is the span above it.
    for (const [r, row] of content.entries())
      for (const [c, cell] of row.entries())
        if (cell === null) cells[r]![c] = cells[r - 1]?.[c] ?? cells[r]![c - 1]!;
    return { kind, start, end: text.length, box: null, cells };
  });
  return pageOf(1, {
    text,
    blocks,
    tokens: [text],
    entities: [],
    years: [],
    terms: [],
    lines: [],
    repairs: [],
    undecided: [],
    languages: [],
    folio: '๕',
    diagnostics: [],
  });
}

async function written(format: Format, page: TaggedPage): Promise<string> {
  const folder = emptyFolder();
  const { files } = await write(bookOf([page]), { folder, formats: [format] });
  return readFileSync(join(folder, files[0]!.split('/').at(-1)!), 'utf8');
}

const page = pageWith(
  ['page-header', 'ราชกิจจานุเบกษา'],
  ['title', 'ระเบียบ'],
  ['heading', 'หมวด ๑\nชนิดหนังสือ', 1],
  ['paragraph', '<script>alert(1)</script> & *ดาว*'],
  ['list-item', '• หนึ่ง'],
  ['list-item', '2. สอง'],
  [
    'table',
    [
      ['ลำดับ', 'จังหวัด', '=1+1'],
      ['๑', 'พังงา', 'a|b'],
      ['๒', null, '-5'],
    ],
  ],
  ['footnote', '1 เชิงอรรถ'],
  ['folio', '- ๕ -'],
);

test('Markdown: headings, lists and tables, escaped, without furniture', async () => {
  expect(await written('md', page)).toBe(`# ระเบียบ

## หมวด ๑ ชนิดหนังสือ

\\<script\\>alert(1)\\</script\\> \\& \\*ดาว\\*

- หนึ่ง
- 2\\. สอง

| ลำดับ | จังหวัด | \\=1+1 |
| --- | --- | --- |
| ๑ | พังงา | a\\|b |
| ๒ |  | \\-5 |

1 เชิงอรรถ
`);
});

test('HTML: the same with spans, its policy, and nothing of the document as markup', async () => {
  const html = await written('html', page);
  expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  expect(html).toContain('<section id="page-1" data-folio="๕">');
  expect(html).toContain('<h2>หมวด ๑<br>ชนิดหนังสือ</h2>');
  expect(html).toContain('<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; *ดาว*</p>');
  expect(html).toContain(
    '<tr><td>๑</td><td rowspan="2">พังงา</td><td>a|b</td></tr>\n<tr><td>๒</td><td>-5</td></tr>',
  );
  expect(html).not.toContain('ราชกิจจานุเบกษา');
  expect(html).not.toContain('<script');
});

test('CSV: page, table, cells; nothing that a spreadsheet runs', async () => {
  expect(await written('csv', page)).toBe("\ufeff1,1,ลำดับ,จังหวัด,'=1+1\r\n1,1,๑,พังงา,a|b\r\n1,1,๒,,-5\r\n");
  expect(field('@SUM(A1)')).toBe("'@SUM(A1)");
  expect(field('  =cmd')).toBe("'  =cmd");
  expect(field('- a "b", c')).toBe('"\'- a ""b"", c"');
  expect(field('+6.5%')).toBe('+6.5%');
});

test('no text becomes markup, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(escapeHtml(text)).not.toMatch(/[<>"']/u);
      expect(escapeHtml(text).replace(/&(?:amp|lt|gt|quot|#39);/gu, '')).not.toContain('&');
      expect(escapeMarkdown(text).replace(/\\[\\`*_{}[\]<>&|~$#+\-=.)]/gu, '')).not.toMatch(/[<>`*_[\]|]/u);
    }),
  );
});
