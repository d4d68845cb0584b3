import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** A block as the truth has it; kind `?` is not judged. */
export interface TrueBlock {
  readonly kind: string;
  /** Its first words, or all of it. */
  readonly text: string;
  /** Its lines, where the truth has them. */
  readonly lines: readonly string[];
  /** Cells row by row; null where one goes on from above or from the left. */
  readonly cells: readonly (readonly (string | null)[])[];
}

/** A page of the truth. */
export interface TruePage {
  readonly number: number;
  readonly folio: string | null;
  readonly blocks: readonly TrueBlock[];
}

/** What a reader sees in one document. */
export interface TrueDocument {
  readonly name: string;
  readonly file: URL;
  /** Whether only the order of its blocks is marked. */
  readonly orderOnly: boolean;
  readonly pages: readonly TruePage[];
}

const root = new URL('../', import.meta.url);
const cases = new URL('test/cases/layout/', root);
const shared = new URL('../shared/pdfs/', root);

/** Whether the real PDFs that the cases mark are here. */
export const hasShared = existsSync(shared);

/** The fixture book: every line of 17 pages. */
export function bookTruth(): TrueDocument {
  const truth = JSON.parse(readFileSync(new URL('fixtures/truth/samut-book.json', root), 'utf8'));
  const file = new URL('fixtures/kpiebook62002/samut-book.pdf', root);
  const pages: TruePage[] = truth.pages.map((page: TruePage) => ({
    ...page,
    blocks: page.blocks.map((block) => ({
      ...block,
      lines: (block.lines as readonly (string | { text: string })[]).map((line) =>
        typeof line === 'string' ? line : line.text,
      ),
      cells: block.cells ?? [],
    })),
  }));
  return { name: 'samut-book', file, orderOnly: false, pages };
}

/** The small fixtures whose order is worth a look. */
export function edgeTruth(): TrueDocument[] {
  const names = [
    'plain',
    'two-columns',
    'rotated',
    'form-xobject',
    'type3',
    'table-without-rules',
    'seed-page',
  ];
  const truth: Record<string, string[][]> = JSON.parse(
    readFileSync(new URL('fixtures/truth/edge.json', root), 'utf8'),
  );
  return names.map((name) => ({
    name,
    file: new URL(`fixtures/edge/${name}.pdf`, root),
    orderOnly: true,
    pages: (truth[name] ?? []).map((texts, i) => ({
      number: i + 1,
      folio: null,
      blocks: texts.map((text) => ({ kind: '?', text, lines: [], cells: [] })),
    })),
  }));
}

/** The real pages that were marked by eye; none where the files are missing. */
export function caseTruth(): TrueDocument[] {
  if (!hasShared) return [];
  return readdirSync(cases)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => ({
      name: name.replace(/\.txt$/u, ''),
      file: new URL(name.replace(/\.txt$/u, '.pdf'), shared),
      orderOnly: false,
      pages: readPages(readFileSync(new URL(name, cases), 'utf8')),
    }));
}

function readPages(text: string): TruePage[] {
  return text
    .replace(/^%.*\n/gmu, '')
    .split(/^# page /mu)
    .slice(1)
    .map((part) => {
      const [head = '', ...lines] = part.trimEnd().split('\n');
      const [, number, folio] = /^(\d+), folio (\S+)$/u.exec(head) ?? [];
      if (number === undefined) throw new Error(`not a page of the layout truth: ${head}`);
      return {
        number: Number(number),
        folio: folio === 'none' ? null : (folio ?? null),
        blocks: readBlocks(lines),
      };
    });
}

function readBlocks(lines: readonly string[]): TrueBlock[] {
  const blocks: { kind: string; text: string; lines: string[]; cells: (string | null)[][] }[] = [];
  for (const line of lines) {
    if (line.startsWith('|')) {
      const cells = line.split('|').slice(1, -1);
      blocks.at(-1)?.cells.push(cells.map((cell) => (cell.trim() === '"' ? null : cell.trim())));
      continue;
    }
    const [, kind = '', text = ''] = /^([a-z?-]+)(?:: (.*))?$/u.exec(line) ?? [];
    if (kind === '') throw new Error(`not a block of the layout truth: ${line}`);
    blocks.push({ kind, text, lines: [], cells: [] });
  }
  return blocks;
}
