import type { TaggedPage } from '../document/page.ts';
import type { FilterOptions } from './command.ts';

/** What a filter prints of a page, in lines; offsets count from `base`. */
export function annotationText(page: TaggedPage, base: number, options: FilterOptions): string {
  switch (options.stage) {
    case 'repair':
      return `${page.text}\n`;
    case 'segment':
      return `${separated(page.tokens, options.separator)}\n`;
    case 'tag':
      return rows([...languageRows(page), ...entityRows(page), ...yearRows(page)], base);
    case 'years':
      return rows(yearRows(page), base);
  }
}

/** The tokens with a separator between any two of one line. */
function separated(tokens: readonly string[], separator: string): string {
  let text = '';
  let lineStart = true;
  for (const token of tokens) {
    const breaks = token.trim() === '' && token.includes('\n');
    text += lineStart || breaks ? token : separator + token;
    lineStart = breaks;
  }
  return text;
}

/** An annotation as cells: its span, then what is said of it. */
interface Row {
  readonly start: number;
  readonly end: number;
  readonly cells: readonly (string | number)[];
}

function languageRows({ languages, text }: TaggedPage): Row[] {
  return languages.map(({ start, end, language }) => ({
    start,
    end,
    cells: ['language', language, text.slice(start, end)],
  }));
}

function entityRows({ entities }: TaggedPage): Row[] {
  return entities.map(({ start, end, type, text }) => ({ start, end, cells: [type, text] }));
}

function yearRows({ years }: TaggedPage): Row[] {
  return years.map(({ start, end, kind, era, year, edtf, text }) => ({
    start,
    end,
    cells: [kind, era, year, edtf, text],
  }));
}

/** Tab-separated lines in the order of the text; tabs and line ends within a cell become spaces. */
function rows(found: readonly Row[], base: number): string {
  return found
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .map(({ start, end, cells }) => [start + base, end + base, ...cells])
    .map((cells) => `${cells.map((cell) => String(cell).replace(/\s+/g, ' ')).join('\t')}\n`)
    .join('');
}
