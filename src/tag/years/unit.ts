import { lazy, readRows } from '../data-file.ts';

/**
 * What counts things: a number before it is an amount and no year, whatever its value. Checked right
 * after the number, with a space between at most two.
 */
const units = lazy(() => {
  const forms = readRows('units.tsv').map(([form = '']) => form);
  forms.sort((a, b) => b.length - a.length);
  return new RegExp(`[ \\u00a0]{0,2}(?:${forms.map(pattern).join('|')})`, 'y');
});

/** Words that begin like a unit and are none: the form, then what may not follow it. */
function pattern(form: string): string {
  const [unit = '', exceptions] = form.split('!');
  const plain = unit.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const border = /[A-Za-z]$/.test(unit) ? '(?![A-Za-z])' : '';
  return exceptions === undefined ? plain + border : `${plain}(?!${exceptions})`;
}

/** Whether a unit or counter follows at `at`. */
export function unitFollows(text: string, at: number): boolean {
  const found = units();
  found.lastIndex = at;
  return found.test(text);
}
