import { unionBoxes } from '../document/box.ts';
import type { Block } from '../document/page.ts';
import { type KindContext, kindOf, levelOf, standsOut } from './block-kind.ts';
import type { TextLine, TextTable } from './claimed-text.ts';
import type { DivisionLevels } from './division.ts';
import { type Numbering, readNumbering } from './numbering.ts';
import type { FurnitureRole } from './page-furniture.ts';

/** What block building needs to know of a page. */
export interface BlockPage {
  readonly text: string;
  readonly lines: readonly TextLine[];
  readonly tables: readonly TextTable[];
  readonly width: number;
  readonly height: number;
  /** Furniture by line index. */
  readonly roles: ReadonlyMap<number, FurnitureRole>;
  /** Size of the document's running text, in points. */
  readonly bodySize: number;
  readonly divisions: DivisionLevels;
  /** Whether this is the first page with text, where a title may stand. */
  readonly mayHaveTitle: boolean;
  /** Whether the page is a cover: a few lines, most of them larger than running text. */
  readonly isCover: boolean;
  /** The headings of the page by the outline: levels by skeleton. */
  readonly outline: ReadonlyMap<string, number>;
}

/** A line followed at more than this many times the usual distance begins a block. */
const wideLeading = 1.45;
/** A line this share of its column short of the right edge ends its paragraph. */
const shortLine = 0.22;
/** An indent beyond this many ems begins a paragraph. */
const indent = 1.2;

/** A line that ends within this many ems of the edge is full. */
const fullLine = 1.5;
/** The lines of a heading are at most this many, and at most this many times the usual distance apart. */
const maxHeadingLines = 3;
const headingLeading = 1.9;
/** A title has at most this many blocks below its first. */
const maxTitleBlocks = 3;
/** The lines of an item stand up to this many ems to the right of its number or bullet. */
const hangingIndent = 4;

/** Joins lines into blocks, in reading order. Every line is in one block. */
export function findBlocks(page: BlockPage): Block[] {
  const leading = usualLeading(page.lines);
  const edges = columnEdges(page);
  const groups: number[][] = [];
  for (let i = 0; i < page.lines.length; i++) {
    const group = groups.at(-1);
    const table = page.lines[i]?.table ?? -1;
    const together = table >= 0 && table === page.lines[i - 1]?.table;
    const apart = page.roles.has(i) || page.roles.has(i - 1) || table !== (page.lines[i - 1]?.table ?? -1);
    if (!group || (!together && (apart || begins(page, { i, group, leading, edges })))) groups.push([i]);
    else group.push(i);
  }
  const context: KindContext = { page, lowestBody: lowestBody(page) };
  return markTitle(
    groups.map((group) => blockOf(group, context)),
    page,
  );
}

/** The lines set in the middle right below a title are of it: what the law is about, and its year. */
function markTitle(blocks: Block[], page: BlockPage): Block[] {
  const first = blocks.findIndex((block) => block.kind === 'title');
  if (first < 0 || page.isCover) return blocks;
  let above = blocks[first];
  for (let i = first + 1; i < blocks.length && i <= first + maxTitleBlocks; i++) {
    const block = blocks[i];
    if (!block?.box || !above?.box || !(block.kind === 'paragraph' || block.kind === 'heading')) break;
    const [left, top, right, bottom] = block.box;
    const isMiddle =
      Math.abs(left + right - page.width) < 0.05 * page.width && right - left < 0.75 * page.width;
    if (!isMiddle || top - above.box[3] > 0.6 * page.bodySize || bottom - top > 4 * page.bodySize) break;
    const { kind: _, level: __, ...rest } = block;
    above = blocks[i] = { kind: 'title', ...rest };
  }
  return blocks;
}

interface Step {
  readonly i: number;
  readonly group: readonly number[];
  readonly leading: number;
  readonly edges: readonly Edges[];
}

function begins(page: BlockPage, { i, group, leading, edges }: Step): boolean {
  const line = page.lines[i];
  const above = page.lines[i - 1];
  if (!line || !above) return true;
  const size = Math.max(line.size, above.size);
  const drop = line.baseline - above.baseline;
  if (line.entry && !above.entry && goesOnEntry(page, i)) return false;
  if (line.entry || above.entry || line.region !== above.region || drop < 0.2 * size) return true;
  const numbering = readNumbering(page.text.slice(line.start, line.end));
  if (!numbering && goesOnHeading(page, { i, group, leading, edges })) return false;
  if (drop > wideLeading * Math.max(leading, size)) return true;
  if (Math.abs(line.size - above.size) > 0.08 * size || Math.abs(line.bold - above.bold) > 0.6) return true;
  if (numbering && !mayWrap(numbering, { i, group, leading, edges }, page)) return true;
  if (stopsShort(above, edges[i - 1])) return true;
  const shift = (line.box[0] - above.box[0]) / size;
  if (shift < -indent) return group.length > 1;
  return shift > indent && !(group.length === 1 && hangs(page, i, edges[i]));
}

/** Whether the last line of a contents entry goes on with the line above it, which ends in no page number. */
function goesOnEntry({ lines, text, width }: BlockPage, i: number): boolean {
  const [line, above] = [lines[i], lines[i - 1]];
  if (!line || !above || above.region !== line.region) return false;
  const isNear = line.baseline - above.baseline < 2 * line.size && line.baseline > above.baseline;
  return (
    isNear &&
    above.box[0] < 0.5 * width &&
    above.box[2] > 0.6 * width &&
    !readNumbering(text.slice(line.start, line.end))
  );
}

/**
 * Whether a line that begins with the name of a division or a table stands where the line above it, full
 * to the edge, would go on: "... ตาม" / "มาตรา ๕ แห่งพระราชบัญญัติ...".
 */
function mayWrap({ division, kind }: Numbering, { i, edges }: Step, page: BlockPage): boolean {
  const [line, above] = [page.lines[i], page.lines[i - 1]];
  const edge = edges[i - 1];
  if (!line || !above || !edge || !(division || kind === 'caption')) return false;
  const isFull = above.box[2] > edge.right - fullLine * above.size;
  return isFull && line.box[0] < Math.min(above.box[0] + 0.3 * line.size, edge.left + 0.8 * line.size);
}

/**
 * Whether a line goes on with a heading: the words of one whose number stands alone on its line, or the
 * next line of one that is set in the middle, as large and as heavy.
 */
function goesOnHeading(page: BlockPage, { i, group, leading }: Step): boolean {
  const line = page.lines[i];
  const above = page.lines[i - 1];
  const head = page.lines[group[0] ?? 0];
  if (!line || !above || !head || group.length > maxHeadingLines - 1) return false;
  const size = Math.max(line.size, above.size);
  if (line.baseline - above.baseline > headingLeading * Math.max(leading, size)) return false;
  if (Math.abs(line.size - above.size) > 0.3 * size) return false;
  const numbering: Numbering | null = readNumbering(page.text.slice(head.start, head.end));
  if (numbering?.kind === 'heading' && numbering.bare) return isCentred(line, above) || startsAt(line, above);
  const alike = Math.abs(line.size - above.size) < 0.02 * size && Math.abs(line.bold - above.bold) < 0.3;
  return alike && !page.isCover && standsOut(line, page) && isCentred(line, above);
}

/** Whether two lines have one middle, and are not merely as long as each other. */
function isCentred(line: TextLine, above: TextLine): boolean {
  const middle = line.box[0] + line.box[2] - above.box[0] - above.box[2];
  return Math.abs(middle) < 1.2 * line.size;
}

function startsAt(line: TextLine, above: TextLine): boolean {
  return line.bold > 0.6 && above.bold > 0.6 && Math.abs(line.box[0] - above.box[0]) < 0.3 * line.size;
}

interface Edges {
  readonly left: number;
  readonly right: number;
}

/** Whether a line ends well before the right edge of its column. */
function stopsShort(line: TextLine, { left, right }: Edges = { left: 0, right: 0 }): boolean {
  return line.box[2] < right - shortLine * (right - left);
}

/**
 * Whether an indented line goes on with the line above it, as in lists and bibliographies, rather than
 * begins a paragraph: then what follows is indented as it is, or it is the last line of its entry.
 */
function hangs(page: BlockPage, i: number, edges: Edges | undefined): boolean {
  const line = page.lines[i];
  const above = page.lines[i - 1];
  const next = page.lines[i + 1];
  if (!line || !above) return false;
  if (line.box[0] - above.box[0] > hangingIndent * line.size) return false;
  const item = readNumbering(page.text.slice(above.start, above.end))?.kind === 'list-item';
  if (!next || page.roles.has(i + 1) || next.baseline < line.baseline) return item;
  if (Math.abs(next.box[0] - line.box[0]) < 0.3 * line.size) return true;
  const isLast = stopsShort(line, edges) && Math.abs(next.box[0] - above.box[0]) < 0.3 * line.size;
  return isLast || (item && readNumbering(page.text.slice(next.start, next.end)) !== null);
}

/**
 * The left and right edges of the text that each line stands in: those of the lines before and after it
 * in the same column and of the same size.
 */
function columnEdges(page: BlockPage): Edges[] {
  const edges: { left: number; right: number }[] = [];
  let column = { left: 0, right: 0 };
  for (let i = 0; i < page.lines.length; i++) {
    const line = page.lines[i];
    if (!line) continue;
    const above = page.lines[i - 1];
    const goesOn =
      above &&
      !page.roles.has(i) &&
      !page.roles.has(i - 1) &&
      line.table === above.table &&
      line.region === above.region &&
      Math.abs(line.size - above.size) <= 0.08 * line.size;
    if (!goesOn) column = { left: line.box[0], right: line.box[2] };
    column.left = Math.min(column.left, line.box[0]);
    column.right = Math.max(column.right, line.box[2]);
    edges.push(column);
  }
  return edges;
}

function usualLeading(lines: readonly TextLine[]): number {
  const drops: number[] = [];
  for (let i = 1; i < lines.length; i++) {
    const drop = (lines[i]?.baseline ?? 0) - (lines[i - 1]?.baseline ?? 0);
    if (drop > 0 && lines[i]?.table === -1) drops.push(drop);
  }
  drops.sort((a, b) => a - b);
  return drops[drops.length >> 1] ?? 0;
}

function lowestBody(page: BlockPage): number {
  const body = page.lines.filter((line, i) => !page.roles.has(i) && line.size >= 0.95 * page.bodySize);
  return Math.max(0, ...body.map((line) => line.baseline));
}

function blockOf(group: readonly number[], context: KindContext): Block {
  const { lines, tables } = context.page;
  const members = group.flatMap((i) => lines[i] ?? []);
  const table = tables[members[0]?.table ?? -1];
  const start = table?.start ?? members[0]?.start ?? 0;
  const end = table?.end ?? members.at(-1)?.end ?? start;
  const kind = kindOf(group, context);
  const base = { kind, start, end, box: unionBoxes(members.map((line) => line.box)) };
  if (kind === 'table' && table) return { ...base, cells: table.cells };
  const level = levelOf(members, { kind, page: context.page });
  return level === 0 ? base : { ...base, level };
}
