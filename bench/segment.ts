import { existsSync } from 'node:fs';
import { segmentText } from '../src/segment/index.ts';
import { ENGINES } from '../src/segment/registry.ts';
import { type GoldSentence, readGold, score } from './segment-score.ts';

const CORPORA = new URL('../../shared/corpora/segmentation/', import.meta.url);
const SCORED = ['ud_thai_tud-dev', 'ud_thai_tud-train', 'wisesight-1000'];
const TIMED = 'ud_thai_tud-train';
const WARM_UP = 'ud_thai_tud-dev';

/** Characters of a page, for the time of one. */
const PAGE = 2500;

/** Parts of the text that are timed one by one, each read once; the median counts. */
const PARTS = 9;

type Cut = (text: string) => readonly string[];

/** Prints word F1 and token F1 by corpus, speed, and time for a page, of every engine, in one run. */
export function benchSegment(): void {
  if (!existsSync(CORPORA)) {
    console.log('segment: no corpora here, skipped');
    return;
  }
  const gold = new Map(SCORED.map((name) => [name, readGold(new URL(`${name}.txt`, CORPORA))]));
  for (const { name } of ENGINES) {
    const cut: Cut = (text) => segmentText(text, { engine: name });
    for (const { text } of gold.get(WARM_UP) ?? []) cut(text);
    const { megabytes, page } = speed(gold.get(TIMED) ?? [], cut);
    const scores = [...gold].map(([corpus, sentences]) => describe(corpus, sentences, cut));
    console.log(`${name}: ${megabytes.toFixed(1)} MB/s, ${page.toFixed(2)} ms a page; ${scores.join('; ')}`);
  }
}

function describe(corpus: string, sentences: readonly GoldSentence[], cut: Cut): string {
  const { words, all } = score(sentences, cut);
  return `${corpus} words ${words.toFixed(2)} all ${all.toFixed(2)}`;
}

/** Megabytes of UTF-8 and milliseconds of CPU, over text that is new to the engine. */
function speed(gold: readonly GoldSentence[], cut: Cut): { megabytes: number; page: number } {
  const text = gold.map((sentence) => sentence.text).join('\n');
  const count = Math.floor(text.length / PAGE);
  const pages = Array.from({ length: count }, (_, i) => text.slice(i * PAGE, (i + 1) * PAGE));
  const size = Math.floor(count / PARTS);
  const parts = Array.from({ length: PARTS }, (_, i) => pages.slice(i * size, (i + 1) * size));
  const rates = parts.map((part) => {
    const seconds = cpuSeconds(() => part.forEach(cut));
    return { megabytes: Buffer.byteLength(part.join('')) / seconds / 1e6, page: (1000 * seconds) / size };
  });
  return rates.sort((a, b) => a.page - b.page)[PARTS >> 1] ?? { megabytes: 0, page: 0 };
}

function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

if (import.meta.main) benchSegment();
