import type { Block, TaggedPage } from '../document/page.ts';
import { spannedCells } from './spanned-cells.ts';
import type { Writer } from './writer.ts';

/**
 * The tables of a document as one CSV (RFC 4180, with a byte order mark so that spreadsheets read Thai):
 * the page, the number of the table on it, then the cells of a row. Where a cell covers several places its
 * text stands in the first. A cell that a spreadsheet would run as a formula gets an apostrophe before it.
 */
export const csv: Writer = {
  extension: '.csv',
  head: () => '\ufeff',
  page(page) {
    const tables = page.blocks.filter((block) => block.kind === 'table');
    return tables.map((table, i) => rowsOf(table, page, i + 1)).join('');
  },
  foot: () => '',
};

function rowsOf({ cells = [] }: Block, page: TaggedPage, table: number): string {
  const rows = spannedCells(cells).map((row) => {
    const fields = row.map((cell) => (cell ? field(page.text.slice(cell.start, cell.end)) : ''));
    return `${[page.number, table, ...fields].join(',')}\r\n`;
  });
  return rows.join('');
}

const formula = /^\s*[=+\-@\t\r＝＋－＠]/u;
const plainNumber = /^[+-]?[0-9][0-9,.]*%?$/u;

/** A field that no reader of CSV takes for more than text. */
export function field(text: string): string {
  const safe = formula.test(text) && !plainNumber.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
