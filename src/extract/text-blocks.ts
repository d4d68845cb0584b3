import type { Block } from '../document/page.ts';
import type { Span } from '../document/span.ts';
import { readNumbering } from './numbering.ts';
import type { TextRole } from './text-furniture.ts';

/** A line narrower than this share of the page's usual width ends its paragraph. */
const shortLine = 0.72;
/** Without this many lines a page has no usual width. */
const minLines = 4;

/** The lines of a text that hold something, without their line ends and outer white space. */
export function splitLines(text: string): Span[] {
  const lines: Span[] = [];
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/gu)) {
    const start = index + line.length - line.trimStart().length;
    const end = index + line.trimEnd().length;
    if (end > start) lines.push({ start, end });
  }
  return lines;
}

/** Joins lines of plain text into blocks: by numbering and bullets, blank lines, and short last lines. */
export function findTextBlocks(
  text: string,
  lines: readonly Span[],
  roles: ReadonlyMap<number, TextRole>,
): Block[] {
  const width = usualWidth(text, lines, roles);
  const groups: number[][] = [];
  for (let i = 0; i < lines.length; i++) {
    const group = groups.at(-1);
    const apart = roles.has(i) || roles.has(i - 1);
    if (!group || apart || begins(text, { above: lines[i - 1], line: lines[i], width })) groups.push([i]);
    else group.push(i);
  }
  return groups.map((group) => {
    const start = lines[group[0] ?? 0]?.start ?? 0;
    const end = lines[group.at(-1) ?? 0]?.end ?? start;
    return blockOf(text.slice(start, end), { start, end, role: roles.get(group[0] ?? 0) });
  });
}

interface Step {
  readonly above: Span | undefined;
  readonly line: Span | undefined;
  readonly width: number;
}

function begins(text: string, { above, line, width }: Step): boolean {
  if (!above || !line) return true;
  if (/\n[^\S\n]*\r?\n/u.test(text.slice(above.end, line.start))) return true;
  if (readNumbering(text.slice(line.start, line.end))) return true;
  return visibleWidth(text.slice(above.start, above.end)) < shortLine * width;
}

function blockOf(text: string, { start, end, role }: Span & { role: TextRole | undefined }): Block {
  if (role) return { kind: role.kind, start, end, box: null };
  const numbering = readNumbering(text);
  const single = !text.includes('\n');
  if (numbering?.kind === 'heading' && single) {
    return { kind: 'heading', start, end, box: null, level: numbering.level };
  }
  if (numbering && numbering.kind !== 'heading') return { kind: numbering.kind, start, end, box: null };
  return { kind: 'paragraph', start, end, box: null };
}

/** The width that lines of running text have: that of the line longer than three quarters of them. */
function usualWidth(text: string, lines: readonly Span[], roles: ReadonlyMap<number, TextRole>): number {
  const widths = lines
    .filter((_, i) => !roles.has(i))
    .map(({ start, end }) => visibleWidth(text.slice(start, end)))
    .sort((a, b) => a - b);
  return widths.length < minLines ? 0 : (widths[Math.floor(widths.length * 0.75)] ?? 0);
}

/** How many characters of a line take room: marks stand on others. */
function visibleWidth(line: string): number {
  return line.replace(/\p{Mn}/gu, '').length;
}
