/**
 * Writes `src/segment/data/abbreviations.txt`: the abbreviations with points of PyThaiNLP's
 * `words_th.txt` (CC0-1.0).
 *
 *     node scripts/segment-abbreviations.ts <folder of the lists>
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The months, which the list gives in part, and the sign before telephone numbers. */
const MORE = 'โทร. ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.'.split(' ');

const folder = process.argv[2];
if (folder === undefined)
  throw new Error('usage: node scripts/segment-abbreviations.ts <folder of the lists>');
const lines = readFileSync(join(folder, 'pythainlp_words_th.txt'), 'utf8').split(/\r?\n/);
const pointed = lines.filter((line) =>
  /^[\u0e01-\u0e4e]{1,6}\.(?:[\u0e01-\u0e2e][\u0e01-\u0e4e]{0,4}\.)*$/u.test(line),
);
const header =
  '# Thai abbreviations, from words_th.txt of PyThaiNLP (CC0-1.0) and a few of ours, by scripts/segment-abbreviations.ts\n';
const words = [...new Set([...pointed, ...MORE])].sort();
writeFileSync(
  new URL('../src/segment/data/abbreviations.txt', import.meta.url),
  `${header}${words.join('\n')}\n`,
);
console.log(`${words.length} abbreviations`);
