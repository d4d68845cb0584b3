/** Draws `fixtures/kpiebook62002/samut-book.pdf` and its truth from `fixtures/source/samut-book.txt`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { drawBook } from './fixture/book.ts';

const fixtures = new URL('../fixtures/', import.meta.url);
const source = readFileSync(new URL('source/samut-book.txt', fixtures), 'utf8');
const { pdf, truth } = await drawBook(source);
writeFileSync(new URL('kpiebook62002/samut-book.pdf', fixtures), pdf);
writeFileSync(new URL('truth/samut-book.json', fixtures), `${JSON.stringify(truth, null, 1)}\n`);
process.stderr.write(`samut-book.pdf: ${truth.pages.length} pages, ${pdf.length} bytes\n`);
