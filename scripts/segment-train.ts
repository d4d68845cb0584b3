/**
 * Learns the boundary model and writes `src/segment/data/boundary.bin`; the same texts give the same
 * bytes. Takes a minute, so it keeps nothing between runs.
 *
 *     node scripts/segment-train.ts <folder of the corpora>
 *     node scripts/segment-train.ts <folder of the corpora> --cross-validate
 *
 * The second writes nothing: it scores Wisesight in five parts, each by a model that has not seen it.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GoldSentence, readGold, score } from '../bench/segment-score.ts';
import { ROW } from '../src/segment/boundary/context.ts';
import { type BoundaryModel, formatModel } from '../src/segment/boundary/model.ts';
import { cutText, sliceTokens } from '../src/segment/cut.ts';
import { boundaryEngine } from '../src/segment/engines/boundary.ts';
import { countSequences, examplesOf, goldRuns, LAYOUT } from './segment-examples.ts';
import { learn } from './segment-learner.ts';
import { packModel } from './segment-pack.ts';

/** Sequences seen less often are not learnt. */
const LEAST_COUNT = 2;

const LEARNING = { epochs: 10, step: 0.05, dropout: 0.2, seed: 77 };

const PARTS = 5;

function train(sentences: readonly GoldSentence[]): BoundaryModel {
  const runs = goldRuns(sentences);
  const rows = countSequences(runs, LEAST_COUNT);
  const examples = examplesOf(runs, rows);
  const weights = learn(examples, LAYOUT.rows + rows.size * ROW, LEARNING);
  return packModel(weights, rows);
}

function describe(model: BoundaryModel, gold: readonly GoldSentence[]): string {
  const engine = boundaryEngine(() => model);
  const { words, all } = score(gold, (text) => sliceTokens(text, cutText(text, engine)));
  return `words ${words.toFixed(2)} all ${all.toFixed(2)}`;
}

const [folder, option] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: node scripts/segment-train.ts <folder> [--cross-validate]');
const tud = readGold(join(folder, 'ud_thai_tud-train.txt'));
const dev = readGold(join(folder, 'ud_thai_tud-dev.txt'));
const wisesight = readGold(join(folder, 'wisesight-1000.txt'));
if (option === '--cross-validate') {
  for (let part = 0; part < PARTS; part++) {
    const held = wisesight.filter((_, i) => i % PARTS === part);
    const model = train([...tud, ...wisesight.filter((_, i) => i % PARTS !== part)]);
    console.log(`wisesight part ${part + 1} of ${PARTS}: ${describe(model, held)}`);
  }
} else {
  const model = train([...tud, ...wisesight]);
  const file = formatModel(model);
  writeFileSync(new URL('../src/segment/data/boundary.bin', import.meta.url), file);
  console.log(`${file.length} bytes; ud_thai_tud-dev ${describe(model, dev)}`);
}
