import type { Block, TaggedPage } from '../document/page.ts';
import { spannedCells } from './spanned-cells.ts';
import type { Writer } from './writer.ts';

const furniture: ReadonlySet<string> = new Set(['page-header', 'page-footer', 'folio']);

const style =
  'body{max-width:45rem;margin:2rem auto;padding:0 1rem;line-height:1.6}table{border-collapse:collapse}td,th{border:1px solid;padding:.2rem .5rem;vertical-align:top}.footnote{font-size:.85rem}';

/**
 * HTML for reading, a section a page: headings by level, lists, tables with their spans, captions and
 * footnotes; page furniture is left out. Everything that comes from the document is escaped, there are no
 * scripts, and the page's policy allows none.
 */
export const html: Writer = {
  extension: '.html',
  head: ({ source }) =>
    `<!doctype html>
<html lang="th">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(source.info['title'] ?? source.name)}</title>
<style>${style}</style>
</head>
<body>
`,
  page(page) {
    const folio = page.folio === null ? '' : ` data-folio="${escapeHtml(page.folio)}"`;
    return `<section id="page-${page.number}"${folio}>\n${bodyOf(page)}</section>\n`;
  },
  foot: () => '</body>\n</html>\n',
};

function bodyOf(page: TaggedPage): string {
  let body = '';
  let isList = false;
  for (const block of page.blocks) {
    if (furniture.has(block.kind)) continue;
    const isItem = block.kind === 'list-item';
    if (isItem !== isList) body += isItem ? '<ul>\n' : '</ul>\n';
    isList = isItem;
    body += `${elementOf(block, page.text)}\n`;
  }
  return isList ? `${body}</ul>\n` : body;
}

function elementOf(block: Block, text: string): string {
  const content = escapeHtml(text.slice(block.start, block.end)).replaceAll('\n', '<br>');
  switch (block.kind) {
    case 'title':
      return `<h1>${content}</h1>`;
    case 'heading': {
      const tag = `h${Math.min(6, (block.level ?? 1) + 1)}`;
      return `<${tag}>${content}</${tag}>`;
    }
    case 'list-item':
      return `<li>${content}</li>`;
    case 'footnote':
      return `<aside class="footnote" role="doc-footnote">${content}</aside>`;
    case 'caption':
      return `<p class="caption">${content}</p>`;
    case 'table':
      return tableOf(block, text);
    default:
      return `<p>${content}</p>`;
  }
}

function tableOf({ cells = [] }: Block, text: string): string {
  const rows = spannedCells(cells).map((row) => {
    const fields = row.map((cell) => {
      if (!cell) return '';
      const rowspan = cell.rows > 1 ? ` rowspan="${cell.rows}"` : '';
      const colspan = cell.columns > 1 ? ` colspan="${cell.columns}"` : '';
      const content = escapeHtml(text.slice(cell.start, cell.end)).replaceAll('\n', '<br>');
      return `<td${rowspan}${colspan}>${content}</td>`;
    });
    return `<tr>${fields.join('')}</tr>`;
  });
  return `<table>\n${rows.join('\n')}\n</table>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for the inside of an element or a quoted attribute; control characters, which HTML forbids, as U+FFFD. */
export function escapeHtml(text: string): string {
  return text
    .replace(/[&<>"']/g, (character) => entities[character] ?? character)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '\ufffd');
}
