// Groups the words of public-domain government news by what stands beside them, and writes
// src/tag/data/clusters.tsv: one line a cluster, its words parted by spaces.
//
//   node scripts/gazetteer-clusters.ts ../shared/corpora/raw/thaigov-sample.txt.gz
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { segmentText } from '../src/segment/index.ts';

const WORDS = Number(process.env['WORDS'] ?? 14000);
const CONTEXTS = 600;
const CLUSTERS = Number(process.env['CLUSTERS'] ?? 400);
const ROUNDS = 14;
/** Dimensions of the words' vectors after random projection. */
const SIZE = 96;

const [corpus = ''] = process.argv.slice(2);
const tokens = segmentText(gunzipSync(readFileSync(corpus)).toString('utf8')).filter((token) =>
  /[^ ]/u.test(token),
);
const words = mostFrequent(WORDS).filter((word) => /^[\p{L}\p{M}.]+$/u.test(word));
const index = new Map(words.map((word, at) => [word, at]));
const contexts = new Map(mostFrequent(CONTEXTS).map((word, at) => [word, at]));
const vectors = projected(counts());
const assigned = kMeans(vectors);
const lines = Array.from({ length: CLUSTERS }, (_, cluster) =>
  words.filter((_word, at) => assigned[at] === cluster).join(' '),
);
const header = `# Words that stand in like places, one cluster a line: k-means over their neighbours.
# Written by scripts/gazetteer-clusters.ts from government news collected as PyThaiNLP/thaigov-corpus, which is in the
# public domain (Thai Copyright Act, section 7).
`;
writeFileSync(
  new URL('../src/tag/data/clusters.tsv', import.meta.url),
  `${header}${lines.filter(Boolean).join('\n')}\n`,
);

function mostFrequent(count: number): string[] {
  const seen = new Map<string, number>();
  for (const token of tokens) seen.set(token, (seen.get(token) ?? 0) + 1);
  return [...seen]
    .sort((a, b) => b[1] - a[1])
    .slice(0, count)
    .map(([word]) => word);
}

/** For each word, how often each context word stands before and after it. */
function counts(): Map<number, number>[] {
  const rows = words.map(() => new Map<number, number>());
  for (let at = 0; at < tokens.length; at++) {
    const row = rows[index.get(tokens[at] ?? '') ?? -1];
    if (row === undefined) continue;
    for (const [side, shift] of [-2, -1, 1, 2].entries()) {
      const context = contexts.get(tokens[at + shift] ?? '');
      if (context === undefined) continue;
      const column = side * CONTEXTS + context;
      row.set(column, (row.get(column) ?? 0) + 1);
    }
  }
  return rows;
}

/** Positive pointwise mutual information, projected by random signs, of length 1. */
function projected(rows: readonly Map<number, number>[]): Float32Array[] {
  const columns = new Float64Array(CONTEXTS * 4);
  let total = 0;
  const sums = rows.map((row) => {
    let sum = 0;
    for (const [column, count] of row) {
      columns[column] = (columns[column] ?? 0) + count;
      sum += count;
    }
    total += sum;
    return sum;
  });
  return rows.map((row, at) => {
    const vector = new Float32Array(SIZE);
    for (const [column, count] of row) {
      const mutual = Math.log((count * total) / ((sums[at] ?? 1) * (columns[column] ?? 1)));
      if (mutual <= 0) continue;
      for (let axis = 0; axis < SIZE; axis++)
        vector[axis] = (vector[axis] ?? 0) + mutual * sign(column, axis);
    }
    return unit(vector);
  });
}

function sign(column: number, axis: number): number {
  let value = Math.imul(column * 8191 + axis + 1, 0x9e3779b1);
  value ^= value >>> 15;
  value = Math.imul(value, 0x85ebca6b);
  return ((value >>> 13) & 1) * 2 - 1;
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}

function kMeans(points: readonly Float32Array[]): number[] {
  let centres = Array.from(
    { length: CLUSTERS },
    (_, at) => points[Math.floor((at * points.length) / CLUSTERS)] ?? new Float32Array(SIZE),
  );
  let nearest: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    nearest = points.map((point) => closest(point, centres));
    const sums = centres.map(() => new Float32Array(SIZE));
    points.forEach((point, at) => {
      const sum = sums[nearest[at] ?? 0];
      if (sum !== undefined)
        for (let axis = 0; axis < SIZE; axis++) sum[axis] = (sum[axis] ?? 0) + (point[axis] ?? 0);
    });
    centres = sums.map(unit);
  }
  return nearest;
}

function closest(point: Float32Array, centres: readonly Float32Array[]): number {
  let best = 0;
  let top = Number.NEGATIVE_INFINITY;
  centres.forEach((centre, at) => {
    let dot = 0;
    for (let axis = 0; axis < SIZE; axis++) dot += (point[axis] ?? 0) * (centre[axis] ?? 0);
    if (dot > top) {
      top = dot;
      best = at;
    }
  });
  return best;
}
