import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { thaiLexicon } from '../src/document/lexicon.ts';
import { isThaiLetter, THAI_BASE, thaiClass } from '../src/document/thai.ts';
import { extract } from '../src/extract/index.ts';
import { decode } from '../src/repair/decode.ts';
import { repair } from '../src/repair/index.ts';

const folder = new URL('../../shared/pdfs/', import.meta.url);

/** Prints what repair makes of the PDFs of the writer matrix, and counts over the real PDFs. */
export async function benchWriters(): Promise<void> {
  if (!existsSync(new URL('writers/truth.txt', folder))) {
    console.log('writers: skipped, ../shared/pdfs is missing');
    return;
  }
  await benchMatrix();
  await benchReal();
}

async function benchMatrix(): Promise<void> {
  const truth = plain(readFileSync(new URL('writers/truth.txt', folder), 'utf8'));
  console.log('character error rate (%), spaces ignored, of 303 characters');
  console.log(row('file', ['claimed', 'repaired']));
  for (const name of pdfsIn(new URL('writers/', folder))) {
    const { claimed, repaired } = await read(new URL(`writers/${name}`, folder));
    const rates = [claimed, repaired].map((text) =>
      ((100 * distance(plain(text), truth)) / truth.length).toFixed(2),
    );
    console.log(row(name, rates));
  }
}

async function benchReal(): Promise<void> {
  console.log(row('file', ['consonants', 'ำ', 'ำ/1000', 'unknown %', 'lone ํ', 'suspect', 'ms']));
  for (const name of pdfsIn(folder)) {
    const { claimed, repaired, milliseconds } = await read(new URL(name, folder));
    console.log(row(name, counts(claimed)));
    console.log(row('', [...counts(repaired), milliseconds.toFixed(0)]));
  }
}

function pdfsIn(place: URL): string[] {
  return readdirSync(place)
    .filter((name) => name.endsWith('.pdf'))
    .sort();
}

async function read(file: URL): Promise<{ claimed: string; repaired: string; milliseconds: number }> {
  const begin = performance.now();
  const flow = repair(await extract({ name: 'bench.pdf', bytes: readFileSync(file) }, {}));
  let claimed = '';
  let repaired = '';
  for await (const page of flow.pages) {
    claimed += `${page.claimed}\n`;
    repaired += `${page.text}\n`;
  }
  return { claimed, repaired, milliseconds: performance.now() - begin };
}

/** White space left out, NFC, SARA AM as one character. */
function plain(text: string): string {
  return text
    .replace(/\s+/gu, '')
    .normalize('NFC')
    .replace(/\u0e4d([\u0e48-\u0e4b]?)\u0e32/g, '$1\u0e33');
}

/** Levenshtein distance. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

function counts(text: string): string[] {
  let consonants = 0;
  let am = 0;
  let suspect = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((thaiClass(code) & THAI_BASE) !== 0) consonants++;
    else if (code === 0x0e33) am++;
    else if (
      (code < 0x20 && code !== 9 && code !== 10) ||
      code === 0xfffd ||
      (code >= 0xe000 && code < 0xf900)
    )
      suspect++;
  }
  const lone = text.match(/\u0e4d(?![\u0e48-\u0e4b]?\u0e32)/g)?.length ?? 0;
  const rate = consonants === 0 ? 0 : (1000 * am) / consonants;
  const unknown = (100 * unknownShare(text)).toFixed(2);
  return [consonants, am, rate.toFixed(2), unknown, lone, suspect].map(String);
}

/** The share of Thai letters in words that the lexicon lacks. */
function unknownShare(text: string): number {
  const lexicon = thaiLexicon();
  let letters = 0;
  let unknown = 0;
  for (const [run] of text.matchAll(/[\u0e01-\u0e4e]+/g)) {
    const { ends } = decode(run, { start: 0, end: run.length }, []);
    let start = 0;
    for (const end of ends) {
      const word = run.slice(start, end);
      letters += word.length;
      if (isThaiLetter(word.charCodeAt(0)) && !lexicon.has(word)) unknown += word.length;
      start = end;
    }
  }
  return letters === 0 ? 0 : unknown / letters;
}

function row(name: string, cells: readonly string[]): string {
  return [name.padEnd(30), ...cells.map((cell) => cell.padStart(10))].join(' ');
}

if (process.argv[1] === new URL(import.meta.url).pathname) await benchWriters();
