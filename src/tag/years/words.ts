import { lazy, readRows } from '../data-file.ts';

/** White space that stands inside or between the parts of a year: also zero-width space. */
export const SPACE = '[\\s\\u200b\\u00a0]';

/** One form of the vocabulary, ready to be matched at a place. */
export interface WordForm {
  readonly tag: string;
  readonly value: string;
  readonly form: string;
  readonly pattern: RegExp;
  readonly latin: boolean;
  /** A stray space may stand between its letters. */
  readonly loose: boolean;
}

/** The forms that begin with one character: all of them as one pattern, and each, longest first. */
export interface WordEntry {
  readonly any: RegExp;
  readonly forms: readonly WordForm[];
}

/** The vocabulary of years and dates by first character code. */
export const yearWords = lazy(() => {
  const byFirst = new Map<number, WordForm[]>();
  for (const [tag = '', value = '', how = '', form = ''] of readRows('year-words.tsv')) {
    const stop = tag === 'month' && how === 'loose' ? '(?:\\.(?=\\s?[0-9๐-๙]))?' : '';
    const pattern = new RegExp(source(how, form) + stop, 'y');
    const word = { tag, value, form, pattern, latin: /^[A-Za-z]/.test(form), loose: how === 'loose' };
    const first = form.charCodeAt(0);
    byFirst.set(first, [...(byFirst.get(first) ?? []), word]);
  }
  const entries = new Map<number, WordEntry>();
  for (const [first, forms] of byFirst) {
    forms.sort((a, b) => b.form.length - a.form.length);
    entries.set(first, { any: new RegExp(forms.map((form) => form.pattern.source).join('|'), 'y'), forms });
  }
  return entries;
});

function source(how: string, form: string): string {
  if (how === 'dotted') return dotted(form);
  if (how === 'thai') return `${escaped(form)}(?![\\u0e01-\\u0e4e])`;
  if (how === 'loose') return [...form].map(escaped).join('\\s?');
  // "of", "to" and the months are words of their own (a short month may have its full stop); FY2019 and
  // Q1 may touch their number.
  return how === 'latin'
    ? `${escaped(form)}(?![A-Za-z])${/^[A-Z][a-z]{2,3}$/.test(form) ? '\\.?' : ''}`
    : escaped(form);
}

/** Full stops may lack, and may have spaces around them: `พ . ศ .`, `พศ`, `พ.ศ`. */
function dotted(form: string): string {
  const letters = form.split('.').filter((part) => part !== '');
  return `${letters.map(escaped).join(`(?:${SPACE}{0,2}\\.${SPACE}{0,2})?`)}(?:${SPACE}{0,2}\\.)?`;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
