// Writes src/tag/data/places.tsv: provinces and districts of Thailand, and countries.
//
//   node scripts/gazetteer-places.ts ../shared/corpora/lexicon
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface NamedPlace {
  readonly name_th: string;
  readonly name_en: string;
}

const [folder = ''] = process.argv.slice(2);
const read = (file: string): NamedPlace[] => JSON.parse(readFileSync(join(folder, file), 'utf8'));
const rows = new Map<string, string>();
for (const { name_th, name_en } of read('kongvut_provinces.json')) add('province', name_th, name_en);
for (const { name_th, name_en } of read('kongvut_districts.json')) {
  add('district', name_th.replace(/^(?:เขต|อำเภอ)/u, ''), name_en.replace(/^Khet /u, ''));
}
for (const name of readFileSync(join(folder, 'pythainlp_countries_th.txt'), 'utf8').split('\n')) {
  if (name.trim() !== '') add('country', name.trim(), '');
}
const header = `# Provinces and districts of Thailand, and countries, in Thai.
# Written by scripts/gazetteer-places.ts from kongvut/thai-province-data (MIT) and PyThaiNLP's country list (CC0-1.0).
# kind	Thai	English
`;
writeFileSync(
  new URL('../src/tag/data/places.tsv', import.meta.url),
  `${header}${[...rows.values()].join('\n')}\n`,
);

function add(kind: string, thai: string, english: string): void {
  const key = `${kind}\t${thai}`;
  if (!rows.has(key)) rows.set(key, `${key}\t${english.trim()}`);
}
