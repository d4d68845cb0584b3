/**
 * Builds `src/document/data/lexicon.bin` from word lists under licences that allow it:
 *
 *     node scripts/lexicon.ts <folder of the lists>
 *
 * The same lists give the same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORPUS_SIZE, LEAST_LOG2, Lexicon, LOG_STEPS } from '../src/document/lexicon.ts';
import { cheapestPath } from '../src/document/lexicon-path.ts';
import { buildTrie, Trie } from '../src/document/lexicon-trie.ts';
import { isWord } from './lexicon-clean.ts';

/** Lists of words as dictionaries for segmentation have them, few compounds among them. */
const FINE = ['pythainlp_icubrk_th.txt', 'wordcut-engine_thai.txt'];
/** Names that are one word whatever their parts mean. */
const NAMES = ['pythainlp_countries_th.txt', 'pythainlp_thailand_provinces_th.csv'];
/** A list rich in compounds, titles and proverbs. */
const COARSE = 'pythainlp_words_th.txt';
const FREQUENCIES = 'pythainlp_tnc_freq.txt';

/** What a word of the lists counts that the corpus never has. */
const UNSEEN = 0.5;

/** What a name counts at least: about ten times in a million words. */
const NAME = 300;

/** How many nats a compound that the corpus never has costs more than its parts. */
const COMPOUND_MORE = 1;

/** The least letters of a part for the whole to count as a compound of words. */
const SHORTEST_PART = 3;

const target = new URL('../src/document/data/lexicon.bin', import.meta.url);

type Counts = Map<string, number>;

function readLines(path: string): string[] {
  const lines = readFileSync(path, 'utf8').split(/\r?\n/);
  return lines.filter((line) => line !== '' && !line.startsWith('#'));
}

function readCounts(path: string): Counts {
  const rows = readLines(path).map((line) => line.split('\t'));
  return new Map(rows.map(([word = '', count = '0']) => [word, Number(count)]));
}

/** The words of a list: its first column. */
function readWords(path: string): string[] {
  return readLines(path)
    .map((line) => line.split(',', 1)[0] ?? '')
    .filter(isWord);
}

/** All words of the lists with their counts; an unseen compound gets the count that its parts imply. */
function countWords(folder: string): Counts {
  const seen = readCounts(join(folder, FREQUENCIES));
  const fine = new Set(FINE.flatMap((list) => readWords(join(folder, list))));
  const words = new Set([...fine, ...readWords(join(folder, COARSE))]);
  const counts: Counts = new Map([...words].map((word) => [word, seen.get(word) ?? UNSEEN]));
  const parts = toLexicon(new Map([...counts].filter(([, count]) => count > UNSEEN)));
  for (const [word, count] of counts) {
    if (count === UNSEEN && !fine.has(word)) counts.set(word, compoundCount(word, parts) ?? count);
  }
  for (const name of NAMES.flatMap((list) => readWords(join(folder, list)))) {
    counts.set(name, Math.max(NAME, seen.get(name) ?? 0));
  }
  return counts;
}

function compoundCount(word: string, parts: Lexicon): number | undefined {
  const { cost, ends, unknown } = cheapestPath(parts, word);
  const short = ends.some((end, i) => end - (ends[i - 1] ?? 0) < SHORTEST_PART);
  return unknown > 0 || short ? undefined : CORPUS_SIZE * Math.exp(-cost - COMPOUND_MORE);
}

function toCells(counts: Counts): Uint32Array {
  const stored = (count: number) => Math.max(0, Math.round(LOG_STEPS * (Math.log2(count) - LEAST_LOG2)));
  return buildTrie([...counts].map(([word, count]) => [word, stored(count)]));
}

function toLexicon(counts: Counts): Lexicon {
  return new Lexicon(new Trie(toCells(counts)));
}

const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: node scripts/lexicon.ts <folder of the lists>');
const counts = countWords(folder);
const cells = toCells(counts);
writeFileSync(target, cells);
console.log(`${counts.size} words, ${cells.length} cells, ${cells.byteLength} bytes`);
