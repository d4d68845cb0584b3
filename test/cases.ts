import { readFileSync } from 'node:fs';

/** One case of a table: its title, the input, and what is expected. */
export interface Case {
  readonly title: string;
  readonly input: string;
  readonly expected: string;
}

/**
 * Reads a case table of `test/cases/`: `# title`, the input, a line `==>`, what is expected; a blank line
 * before each title. In input and expectation `\n`, `\t`, `\f` and `\uXXXX` stand for those characters;
 * a line that begins with `%` is a remark.
 */
export function readCases(path: string): Case[] {
  const file = new URL(`./cases/${path}`, import.meta.url);
  const text = readFileSync(file, 'utf8').replace(/^%.*\n/gmu, '');
  return text
    .split(/^# /mu)
    .slice(1)
    .map((part) => {
      const [title = '', ...lines] = part.replace(/\n+$/u, '').split('\n');
      const arrow = lines.indexOf('==>');
      if (arrow < 0) throw new Error(`${path}: "${title}" has no line "==>"`);
      return {
        title,
        input: unescapeCase(lines.slice(0, arrow).join('\n')),
        expected: unescapeCase(lines.slice(arrow + 1).join('\n')),
      };
    });
}

function unescapeCase(text: string): string {
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|([ntf]))/gu, (_, hex: string | undefined, letter: string) =>
    hex ? String.fromCharCode(Number.parseInt(hex, 16)) : ({ n: '\n', t: '\t', f: '\f' }[letter] ?? ''),
  );
}
