import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { RepairedPage } from '../src/document/page.ts';
import { extract } from '../src/extract/index.ts';
import { repair } from '../src/repair/index.ts';
import { addOrder, f1, type LayoutScore, newScore, type Share, scorePage } from './layout-score.ts';
import { bookTruth, caseTruth, edgeTruth, hasShared, type TrueDocument } from './layout-truth.ts';
import { printTable } from './measure.ts';

/** Prints what the layout of the marked pages comes out as; with `LAYOUT_FAULTS` set, every fault too. */
export async function benchLayout(): Promise<void> {
  if (!hasShared) console.log('  (../shared/pdfs is missing: only the fixtures are measured)');
  if (!hasPoppler()) console.log('  (pdftotext is missing: no order to compare with)');
  const rows = [
    [
      'document',
      'pages',
      'order',
      'pdftotext -layout',
      'folios',
      'kinds',
      'furniture P',
      'furniture R',
      'cells F1',
    ],
  ];
  const all = newScore();
  const others: Share = { hits: 0, of: 0 };
  for (const document of [bookTruth(), ...edgeTruth(), ...caseTruth()]) {
    const { score, other } = await measureLayout(document);
    rows.push(rowOf(document.name, score, other));
    add(all, score);
    others.hits += other.hits;
    others.of += other.of;
  }
  rows.push(rowOf('all', all, others));
  printTable(rows);
}

/** The score of one document, and how much of its order `pdftotext -layout` keeps. */
export async function measureLayout(document: TrueDocument): Promise<{ score: LayoutScore; other: Share }> {
  const bytes = readFileSync(document.file);
  const flow = repair(await extract({ name: document.name, bytes }, {}));
  const pages: RepairedPage[] = await Array.fromAsync(flow.pages);
  const score = newScore();
  const other: Share = { hits: 0, of: 0 };
  for (const truth of document.pages) {
    const page = pages[truth.number - 1];
    if (!page) throw new RangeError(`${document.name} has no page ${truth.number}`);
    if (document.orderOnly) {
      score.pages++;
      addOrder(score.order, page.text, truth);
    } else {
      const faults = scorePage(score, page, truth);
      if (process.env['LAYOUT_FAULTS'])
        for (const fault of faults) console.log(document.name, truth.number, fault);
    }
    const text = popplerText(document, truth.number);
    if (text !== null) addOrder(other, text, truth);
  }
  return { score, other };
}

function popplerText({ file }: TrueDocument, page: number): string | null {
  if (!hasPoppler()) return null;
  const range = ['-f', `${page}`, '-l', `${page}`];
  return spawnSync('pdftotext', ['-layout', ...range, fileURLToPath(file), '-'], { encoding: 'utf8' }).stdout;
}

let poppler: boolean | undefined;

function hasPoppler(): boolean {
  poppler ??= spawnSync('pdftotext', ['-v']).error === undefined;
  return poppler;
}

function rowOf(name: string, score: LayoutScore, other: Share): string[] {
  const cells = f1(score.cellPrecision, score.cellRecall);
  return [
    name,
    `${score.pages}`,
    share(score.order),
    share(other),
    share(score.folio),
    share(score.kind),
    share(score.furniturePrecision),
    share(score.furnitureRecall),
    Number.isNaN(cells) ? '' : cells.toFixed(3),
  ];
}

function share({ hits, of }: Share): string {
  return of === 0 ? '' : `${hits}/${of}`;
}

function add(all: LayoutScore, score: LayoutScore): void {
  all.pages += score.pages;
  for (const key of Object.keys(all) as (keyof LayoutScore)[]) {
    if (key === 'pages') continue;
    all[key].hits += score[key].hits;
    all[key].of += score[key].of;
  }
}
