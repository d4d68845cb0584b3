/**
 * Builds `src/document/data/lexicon.bin` from word lists under licences that allow it:
 *
 *     node scripts/lexicon.ts <folder of the lists>
 *
 * The same lists give the same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LEAST_LOG2, LOG_STEPS } from '../src/document/lexicon.ts';
import { buildTrie, type TrieEntry } from '../src/document/lexicon-trie.ts';
import { isWord, LETTER_WORDS } from './lexicon-clean.ts';

const LISTS = ['pythainlp_words_th.txt', 'pythainlp_icubrk_th.txt', 'wordcut-engine_thai.txt'];
const FREQUENCIES = 'pythainlp_tnc_freq.txt';

/** A form that no list has joins the lexicon when the corpus has it this often (about once a million words). */
const COMMON = 30;

/** What a word of the lists counts that the corpus never has. */
const UNSEEN = 0.5;

const target = new URL('../src/document/data/lexicon.bin', import.meta.url);

function readLines(path: string): string[] {
  const lines = readFileSync(path, 'utf8').split(/\r?\n/);
  return lines.filter((line) => line !== '' && !line.startsWith('#'));
}

function readFrequencies(path: string): Map<string, number> {
  const rows = readLines(path).map((line) => line.split('\t'));
  return new Map(rows.map(([word = '', count = '0']) => [word, Number(count)]));
}

function entries(folder: string): TrieEntry[] {
  const frequencies = readFrequencies(join(folder, FREQUENCIES));
  const words = new Set(LISTS.flatMap((list) => readLines(join(folder, list))).filter(isWord));
  for (const [word, count] of frequencies)
    if (count >= COMMON && (word.length > 2 || LETTER_WORDS.has(word)) && isWord(word)) words.add(word);
  return [...words].map((word) => [word, stored(frequencies.get(word) ?? UNSEEN)]);
}

function stored(count: number): number {
  return Math.round(LOG_STEPS * (Math.log2(count) - LEAST_LOG2));
}

const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: node scripts/lexicon.ts <folder of the lists>');
const words = entries(folder);
const cells = buildTrie(words);
writeFileSync(target, cells);
console.log(`${words.length} words, ${cells.length} cells, ${cells.byteLength} bytes`);
