import type { Block, TaggedPage } from '../document/page.ts';
import { spannedCells } from './spanned-cells.ts';
import type { Writer } from './writer.ts';

const furniture: ReadonlySet<string> = new Set(['page-header', 'page-footer', 'folio']);

/**
 * Markdown (CommonMark with GitHub's tables): headings by level, lists, tables; page furniture is left out.
 * What the document says is escaped, so that none of it is read as markup or HTML. Where a cell covers
 * several places its text stands in the first, since Markdown has no spans.
 */
export const markdown: Writer = {
  extension: '.md',
  head: () => '',
  page(page, index) {
    const body = bodyOf(page);
    return body === '' ? '' : `${index === 0 ? '' : '\n'}${body}\n`;
  },
  foot: () => '',
};

function bodyOf(page: TaggedPage): string {
  const blocks = page.blocks.filter((block) => !furniture.has(block.kind) && block.end > block.start);
  let body = '';
  for (const [i, block] of blocks.entries()) {
    const isTight = block.kind === 'list-item' && blocks[i - 1]?.kind === 'list-item';
    if (i > 0) body += isTight ? '\n' : '\n\n';
    body += markOf(block, page.text);
  }
  return body;
}

/** A bullet as printed: Markdown's own stands for it. */
const bullet = /^[•●○▪■□◦‣–—\-*✓➢§·\uf0b7\uf0a7\uf0d8]\s+/u;

function markOf(block: Block, text: string): string {
  const content = text.slice(block.start, block.end);
  switch (block.kind) {
    case 'title':
      return `# ${lineOf(content)}`;
    case 'heading':
      return `${'#'.repeat(Math.min(6, (block.level ?? 1) + 1))} ${lineOf(content)}`;
    case 'list-item':
      return `- ${lineOf(content.replace(bullet, ''))}`;
    case 'table':
      return tableOf(block, text);
    default:
      return lineOf(content);
  }
}

function tableOf({ cells = [] }: Block, text: string): string {
  const rows = spannedCells(cells).map((row) => {
    const fields = row.map((cell) => (cell ? lineOf(text.slice(cell.start, cell.end)) : ''));
    return `| ${fields.join(' | ')} |`;
  });
  const rule = `|${' --- |'.repeat(cells[0]?.length ?? 0)}`;
  return [rows[0] ?? '', rule, ...rows.slice(1)].join('\n');
}

/** Text on one line, escaped; a line end that is still in it is a space. */
function lineOf(text: string): string {
  return escapeMarkdown(text.replace(/\s*\n\s*/gu, ' ').trim());
}

/**
 * Escapes what Markdown or HTML would read as markup, anywhere in a line and at its start. Control
 * characters become U+FFFD.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\ufffd')
    .replace(/[\\`*_{}[\]<>&|~$]/g, '\\$&')
    .replace(/^([#+\-=]|\d{1,9}(?=[.)]))/u, (start) => (/\d/u.test(start) ? start : `\\${start}`))
    .replace(/^(\d{1,9})([.)])/u, '$1\\$2');
}
