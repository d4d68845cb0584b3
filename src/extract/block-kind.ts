import type { BlockKind } from '../document/page.ts';
import type { BlockPage } from './blocks.ts';
import type { TextLine } from './claimed-text.ts';
import { readNumbering } from './numbering.ts';
import { skeleton } from './outline-headings.ts';

/** What the kind of a block depends on, besides its own lines. */
export interface KindContext {
  readonly page: BlockPage;
  /** The baseline of the lowest line of running text. */
  readonly lowestBody: number;
}

const headingRatio = 1.1;
const titleRatio = 1.3;
const footnoteRatio = 0.92;
const maxHeadingLength = 160;
const boldShare = 0.6;
const footnoteMark = /^(?:[0-9๐-๙]{1,3}|[*†‡]{1,3})(?:[\s.)]|(?=[ก-ฮเ-ไA-Z]))/u;

/** Says what a group of lines is. */
export function kindOf(group: readonly number[], context: KindContext): BlockKind {
  const { page } = context;
  const first = group[0] ?? 0;
  const line = page.lines[first];
  if (!line) return 'paragraph';
  const role = page.roles.get(first);
  if (role) return role.kind;
  if (line.table >= 0) return 'table';
  const text = page.text.slice(line.start, page.lines[group.at(-1) ?? first]?.end);
  if (group.some((i) => page.lines[i]?.entry)) return 'list-item';
  const numbering = readNumbering(text);
  if (numbering?.kind === 'caption' && text.length < 2 * maxHeadingLength) return 'caption';
  if (isInOutline(text, group, page)) return 'heading';
  if (isFootnote(line, { text, context })) return 'footnote';
  const isShort = group.length <= 3 && text.length <= maxHeadingLength;
  if (isShort && numbering?.kind === 'heading') return 'heading';
  if (isShort && standsOut(line, page) && isWorded(text)) return displayKind(line, page);
  return numbering?.kind === 'list-item' ? 'list-item' : 'paragraph';
}

/** What a short line that stands out is: on a cover only its title heads anything. */
function displayKind(line: TextLine, page: BlockPage): BlockKind {
  const isLarge = page.mayHaveTitle && line.size >= titleRatio * page.bodySize && isLargest(line, page);
  if (isLarge) return 'title';
  return page.isCover || standsAside(line, page) ? 'paragraph' : 'heading';
}

/** Whether a line stands in the right half of the page, as dates and signatures do. */
function standsAside({ box }: TextLine, { width }: BlockPage): boolean {
  return box[0] > 0.5 * width && Math.abs(box[0] + box[2] - width) > 0.2 * width;
}

function isInOutline(text: string, group: readonly number[], page: BlockPage): boolean {
  return group.length <= 3 && page.outline.size > 0 && page.outline.has(skeleton(text));
}

/** Whether a line is larger than running text, or bold where the page is not. */
export function standsOut(line: TextLine, page: BlockPage): boolean {
  return line.size >= headingRatio * page.bodySize || (line.bold >= boldShare && !isAllBold(page));
}

/** Whether a text has letters: rules made of signs, and folios, head nothing. */
function isWorded(text: string): boolean {
  return /\p{L}{2}/u.test(text);
}

function isAllBold(page: BlockPage): boolean {
  const bold = page.lines.filter((line) => line.bold >= boldShare);
  return bold.length > 0.7 * page.lines.length && page.lines.length > 5;
}

function isLargest(line: TextLine, page: BlockPage): boolean {
  return page.lines.every((other) => other.size <= 1.02 * line.size);
}

function isFootnote(line: TextLine, { text, context }: { text: string; context: KindContext }): boolean {
  const { page, lowestBody } = context;
  if (line.size > footnoteRatio * page.bodySize || line.baseline < lowestBody) return false;
  return line.box[1] > page.height / 2 && footnoteMark.test(text);
}

/**
 * The level of a heading: the outline says, else its division, else its numbering, else its size against
 * the running text. Articles have a level too, since they head what they say; other blocks have 0.
 */
export function levelOf(
  lines: readonly TextLine[],
  { kind, page }: { kind: BlockKind; page: BlockPage },
): number {
  const line = lines[0];
  if (!line || (kind !== 'heading' && kind !== 'paragraph')) return 0;
  const text = page.text.slice(line.start, lines.at(-1)?.end);
  const numbering = readNumbering(text);
  if (kind === 'paragraph') return numbering?.division === 'article' ? page.divisions.levelOf('article') : 0;
  const level = page.outline.get(skeleton(text));
  if (level !== undefined) return level;
  if (numbering?.division) return page.divisions.levelOf(numbering.division);
  if (numbering && numbering.level > 0) return numbering.level;
  const ratio = line.size / page.bodySize;
  if (ratio >= 1.4) return 1;
  return ratio >= 1.15 ? 2 : 3;
}
