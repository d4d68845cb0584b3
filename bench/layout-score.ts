import type { Block, RepairedPage } from '../src/document/page.ts';
import { skeleton } from '../src/extract/outline-headings.ts';
import type { TrueBlock, TruePage } from './layout-truth.ts';

/** How many of how many. */
export interface Share {
  hits: number;
  of: number;
}

/** What was counted over pages. */
export interface LayoutScore {
  pages: number;
  readonly order: Share;
  readonly folio: Share;
  readonly kind: Share;
  /** Furniture found of the true, and true of the found. */
  readonly furnitureRecall: Share;
  readonly furniturePrecision: Share;
  readonly cellRecall: Share;
  readonly cellPrecision: Share;
}

/** A score of nothing yet. */
export function newScore(): LayoutScore {
  const share = (): Share => ({ hits: 0, of: 0 });
  return {
    pages: 0,
    order: share(),
    folio: share(),
    kind: share(),
    furnitureRecall: share(),
    furniturePrecision: share(),
    cellRecall: share(),
    cellPrecision: share(),
  };
}

const furniture = new Set(['page-header', 'page-footer', 'folio']);
/** As many letters of a block's first words are compared; marks and SARA AM, which fonts lose, are not. */
const letters = 16;

/** Adds a page to a score; `faults` says what was wrong. */
export function scorePage(score: LayoutScore, page: RepairedPage, truth: TruePage): string[] {
  const faults: string[] = [];
  score.pages++;
  addOrder(score.order, page.text, truth);
  count(score.folio, page.folio === truth.folio);
  if (page.folio !== truth.folio) faults.push(`folio ${page.folio}, not ${truth.folio}`);
  faults.push(...scoreKinds(score, page, truth), ...scoreCells(score, page, truth));
  return faults;
}

/** Counts the anchors of a page (its lines, or its blocks' first words) that stand in their order in a text. */
export function addOrder(share: Share, text: string, truth: TruePage): void {
  const all = skeleton(text);
  const anchors = truth.blocks.flatMap(anchorsOf).filter((anchor) => anchor.length >= 4);
  let from = new Map<string, number>();
  const places = anchors.map((anchor) => {
    // The same words twice are two places.
    const place = all.indexOf(anchor, from.get(anchor) ?? 0);
    from = new Map(from).set(anchor, place + 1);
    return place;
  });
  share.of += anchors.length;
  share.hits += longestRise(places.filter((place) => place >= 0));
}

function anchorsOf({ kind, text, lines }: TrueBlock): string[] {
  if (kind === 'table') return [];
  return (lines.length > 0 ? lines : [text]).map((line) => skeleton(line).slice(0, letters));
}

/** The length of the longest rising subsequence. */
function longestRise(values: readonly number[]): number {
  const ends: number[] = [];
  for (const value of values) {
    const at = ends.findIndex((end) => end >= value);
    if (at < 0) ends.push(value);
    else ends[at] = value;
  }
  return ends.length;
}

function scoreKinds(score: LayoutScore, page: RepairedPage, truth: TruePage): string[] {
  const faults: string[] = [];
  const free = page.blocks.map((block) => ({
    block,
    text: skeleton(page.text.slice(block.start, block.end)),
  }));
  for (const { kind, text, cells } of truth.blocks) {
    const words = skeleton(text || (cells[0] ?? []).join('')).slice(0, letters);
    const at = free.findIndex((one) =>
      kind === 'table' ? one.block.kind === 'table' : one.text.startsWith(words) && one.text !== '',
    );
    const [found] = at < 0 ? [] : free.splice(at, 1);
    if (kind === '?') continue;
    const right = found?.block.kind === kind;
    count(score.kind, right);
    if (!right) faults.push(`${found?.block.kind ?? 'nothing'}, not ${kind}: ${text}`);
    if (furniture.has(kind))
      count(score.furnitureRecall, found !== undefined && furniture.has(found.block.kind));
    if (found && furniture.has(found.block.kind)) count(score.furniturePrecision, furniture.has(kind));
  }
  for (const { block, text } of free.filter((one) => furniture.has(one.block.kind))) {
    count(score.furniturePrecision, false);
    faults.push(`${block.kind} that is none: ${text}`);
  }
  return faults;
}

function scoreCells(score: LayoutScore, page: RepairedPage, truth: TruePage): string[] {
  const faults: string[] = [];
  const expected = truth.blocks.filter((block) => block.kind === 'table');
  const found = page.blocks.filter((block) => block.kind === 'table');
  for (const [i, { cells }] of expected.entries()) {
    const all = cells.map((row) => row.filter((cell) => cell !== null && cell !== ''));
    const want = all.flat().map((cell) => letter(cell ?? ''));
    const have = cellTexts(page.text, found[i]);
    const left = [...have];
    for (const cell of want) {
      const at = left.indexOf(cell);
      count(score.cellRecall, at >= 0);
      if (at >= 0) left.splice(at, 1);
      else faults.push(`no cell ${cell}`);
    }
    score.cellPrecision.of += have.length;
    score.cellPrecision.hits += have.length - left.length;
    faults.push(...left.map((cell) => `cell that is none: ${cell}`));
  }
  return faults;
}

/** The texts of a table's cells, each cell once. */
function cellTexts(text: string, block: Block | undefined): string[] {
  const spans = new Map((block?.cells ?? []).flat().map((cell) => [`${cell.start} ${cell.end}`, cell]));
  return [...spans.values()]
    .map(({ start, end }) => letter(text.slice(start, end)))
    .filter((cell) => cell !== '');
}

/** What of a cell is compared: its letters and digits, or its signs where it has none. */
function letter(cell: string): string {
  return skeleton(cell) || cell.trim();
}

function count(share: Share, hit: boolean): void {
  share.of++;
  if (hit) share.hits++;
}

/** The harmonic mean of precision and recall. */
export function f1(precision: Share, recall: Share): number {
  return precision.of + recall.of === 0 ? Number.NaN : (2 * precision.hits) / (precision.of + recall.of);
}
