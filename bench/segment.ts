import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { segmentText } from '../src/segment/index.ts';
import { ENGINES } from '../src/segment/registry.ts';
import { type GoldSentence, readGold, score } from './segment-score.ts';

const CORPORA = new URL('../../shared/corpora/segmentation/', import.meta.url);
const SCORED = ['ud_thai_tud-dev', 'ud_thai_tud-train', 'wisesight-1000'];
const TIMED = new URL('../../shared/corpora/raw/thaigov-sample.txt.gz', import.meta.url);

/** Characters that are read before the clock runs. */
const WARM_UP = 400_000;

/** Characters of a page, for the time of one. */
const PAGE = 2500;

/** Parts of the text that are timed one by one, each read once; the median counts. */
const PARTS = 9;

/** Pages of a part. */
const PART = 60;

type Cut = (text: string) => readonly string[];

/** Prints word F1 and token F1 by corpus, speed, and time for a page, of every engine, in one run. */
export function benchSegment(): void {
  if (!existsSync(CORPORA)) {
    console.log('segment: no corpora here, skipped');
    return;
  }
  const gold = new Map(SCORED.map((name) => [name, readGold(new URL(`${name}.txt`, CORPORA))]));
  const news = gunzipSync(readFileSync(TIMED)).toString();
  for (const { name } of ENGINES) {
    const cut: Cut = (text) => segmentText(text, { engine: name });
    const { megabytes, page } = speed(news, cut);
    const scores = [...gold].map(([corpus, sentences]) => describe(corpus, sentences, cut));
    console.log(`${name}: ${megabytes.toFixed(1)} MB/s, ${page.toFixed(2)} ms a page; ${scores.join('; ')}`);
  }
}

function describe(corpus: string, sentences: readonly GoldSentence[], cut: Cut): string {
  const { words, all } = score(sentences, cut);
  return `${corpus} words ${words.toFixed(2)} all ${all.toFixed(2)}`;
}

/** Megabytes of UTF-8 a second of CPU and milliseconds a page, over text that is new to the engine. */
function speed(text: string, cut: Cut): { megabytes: number; page: number } {
  cut(text.slice(0, WARM_UP));
  const page = (i: number) => text.slice(WARM_UP + i * PAGE, WARM_UP + (i + 1) * PAGE);
  const pages = Array.from({ length: PARTS * PART }, (_, i) => page(i));
  const parts = Array.from({ length: PARTS }, (_, i) => pages.slice(i * PART, (i + 1) * PART));
  const rates = parts.map((part) => {
    const seconds = cpuSeconds(() => part.forEach(cut));
    return { megabytes: Buffer.byteLength(part.join('')) / seconds / 1e6, page: (1000 * seconds) / PART };
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
