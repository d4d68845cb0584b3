// Learns where Thai names begin before a bracket, from public-domain government news, and writes the
// weights to src/tag/data/name-borders.bin. No one has marked the names: where the same acronym or English
// follows the same Thai in different sentences, what the sentences share is the name.
//
//   node scripts/gazetteer-borders.ts ../shared/corpora/raw/thaigov-sample.txt.gz
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { segmentText } from '../src/segment/index.ts';
import { type BorderQuestion, borderFeatures, FEATURE_BITS } from '../src/tag/names/border-features.ts';
import { borderQuestion } from '../src/tag/names/border-question.ts';
import { brackets } from '../src/tag/names/bracket.ts';
import { readInner } from '../src/tag/names/inner.ts';
import { clauseWords, headAt } from '../src/tag/names/vocabulary.ts';
import { tokenStarts } from '../src/tag/token-starts.ts';

const EPOCHS = 8;
const RATE = 0.1;
/** Different words that must stand before a name, and the share that the most frequent of them may have. */
const MIN_CONTEXTS = 3;
const MAX_SHARE = 0.6;
/** Of each answered question so many in ten are kept for measuring, by the name in the bracket. */
const HELD_OUT = 2;
/** Weights are stored as int8 of this many steps a unit. */
const STEPS = 16;

interface Answered {
  readonly question: BorderQuestion;
  readonly key: string;
  /** Index of the right candidate. */
  readonly answer: number;
  /** Less for each of many questions about one name. */
  readonly weight: number;
}

const [corpus = ''] = process.argv.slice(2);
const news = gunzipSync(readFileSync(corpus))
  .toString('utf8')
  .split(/(?=รัฐบาลไทย-ข่าวทำเนียบรัฐบาล)/u);
const answered = answers(questions(news));
const held = (key: string): boolean =>
  [...key].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 10 < HELD_OUT;
const training = answered.filter(({ key }) => !held(key));
const testing = answered.filter(({ key }) => held(key));
const weights = train(training);
console.log(
  `${answered.length} answered questions; right on ${share(testing, weights)} of ${testing.length} held out`,
);
const final = train(answered);
const bytes = Int8Array.from(final, (weight) => Math.max(-127, Math.min(127, Math.round(weight * STEPS))));
writeFileSync(new URL('../src/tag/data/name-borders.bin', import.meta.url), bytes);

function questions(texts: readonly string[]): Map<string, BorderQuestion[]> {
  const byKey = new Map<string, BorderQuestion[]>();
  const seen = new Set<string>();
  for (const text of texts) {
    const starts = tokenStarts({ tokens: segmentText(text) });
    for (const bracket of brackets(text)) {
      const inner = readInner(bracket.inner);
      if (inner === null || inner.thai !== null) continue;
      const cut = (span: { start: number; end: number } | null): string =>
        span === null ? '' : bracket.inner.slice(span.start, span.end);
      const abbreviation = cut(inner.abbreviation);
      const english = cut(inner.english);
      const question = borderQuestion(text, bracket.start, { abbreviation, english, tokenStarts: starts });
      const context = `${text.slice(Math.max(0, bracket.start - 50), bracket.start)}(${bracket.inner}`;
      if (question === null || seen.has(context)) continue;
      seen.add(context);
      const key = abbreviation === '' ? english.toLowerCase() : abbreviation;
      byKey.set(key, [...(byKey.get(key) ?? []), question]);
    }
  }
  return byKey;
}

/** The questions whose answer several sentences agree on. */
function answers(byKey: ReadonlyMap<string, readonly BorderQuestion[]>): Answered[] {
  const out: Answered[] = [];
  for (const [key, group] of byKey) {
    const names = namesOf(group);
    const found: Answered[] = [];
    for (const question of group) {
      const { text, candidates, end } = question;
      const answer = candidates.findIndex((at) => names.has(text.slice(at, end)));
      if (answer >= 0) found.push({ question, key, answer, weight: 1 });
    }
    for (const each of found) out.push({ ...each, weight: 1 / Math.sqrt(found.length) });
  }
  return out;
}

/** The endings that several contexts share while different words stand before them; no function word opens one. */
function namesOf(group: readonly BorderQuestion[]): Set<string> {
  const before = new Map<string, Map<string, number>>();
  for (const { text, candidates, end } of group) {
    candidates.forEach((at, index) => {
      const name = text.slice(at, end);
      const word = index === 0 ? `^${text.slice(at - 12, at)}` : text.slice(candidates[index - 1], at);
      const words = before.get(name) ?? new Map<string, number>();
      words.set(word, (words.get(word) ?? 0) + 1);
      before.set(name, words);
    });
  }
  const names = new Set<string>();
  for (const [name, words] of before) {
    const total = [...words.values()].reduce((sum, count) => sum + count, 0);
    const varied = words.size >= MIN_CONTEXTS && Math.max(...words.values()) <= MAX_SHARE * total;
    if (varied && !clauseWords().some(({ word }) => name.startsWith(word) && headAt(name, 0) === null))
      names.add(name);
  }
  return names;
}

/** Conditional logit over the candidates of each question, by AdaGrad. */
function train(examples: readonly Answered[]): Float64Array {
  const w = new Float64Array(1 << FEATURE_BITS);
  const squares = new Float64Array(1 << FEATURE_BITS).fill(1e-6);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let step = 0; step < examples.length; step++) {
      const example = examples[(step * 7919) % examples.length];
      if (example === undefined) continue;
      const features = example.question.candidates.map((_, index) =>
        borderFeatures(example.question, index, []),
      );
      const probabilities = softmax(
        features.map((list) => list.reduce((sum, feature) => sum + (w[feature] ?? 0), 0)),
      );
      features.forEach((list, index) => {
        const gradient = example.weight * ((probabilities[index] ?? 0) - (index === example.answer ? 1 : 0));
        if (Math.abs(gradient) < 1e-4) return;
        for (const feature of list) {
          squares[feature] = (squares[feature] ?? 0) + gradient * gradient;
          w[feature] = (w[feature] ?? 0) - (RATE * gradient) / Math.sqrt(squares[feature] ?? 1);
        }
      });
    }
  }
  return w;
}

function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

function share(examples: readonly Answered[], w: Float64Array): string {
  let right = 0;
  let total = 0;
  for (const { question, answer, weight } of examples) {
    total += weight;
    const scores = question.candidates.map((_, index) =>
      borderFeatures(question, index, []).reduce((sum, feature) => sum + (w[feature] ?? 0), 0),
    );
    if (scores.indexOf(Math.max(...scores)) === answer) right += weight;
  }
  return (right / total).toFixed(4);
}
