import type { TokenFacts } from './token-facts.ts';

/** Bits of a feature's hash: the model has as many rows of weights as they count. */
export const FEATURE_BITS = 19;
const MASK = (1 << FEATURE_BITS) - 1;

/** Columns of what is looked at around a token, in the order in which {@link look} writes them. */
const COLUMNS = [
  ...['none', 'w0', 'w-1', 'w1', 'w-2', 'w2', 'before', 'after', 'before2', 'after2'],
  ...['p1', 'p2', 'p3', 's1', 's2', 's3', 'before.p3', 'before.s3', 'after.p3', 'after.s3'],
  ...['h0', 'h-1', 'h1', 'h-2', 'h2', 'len', 'before.len', 'after.len', 'before.h', 'after.h'],
  ...['l0', 'l-1', 'l1', 'before.l', 'after.l', 'before2.l'],
  ...['c', 'before.c', 'after.c', 'before2.c', 'after2.c', 'c-1', 'c1'],
] as const;
type Column = (typeof COLUMNS)[number];

/**
 * The features: one column, two or three joined. `w` words, `before` and `after` the nearest that are no
 * spaces, `p` and `s` first and last letters, `h` shapes, `l` word lists, `c` clusters.
 */
const TEMPLATES: readonly (readonly [Column, Column?, Column?])[] = [
  ...([['none'], ['w0'], ['w-1'], ['w1'], ['w-2'], ['w2'], ['w-1', 'w0'], ['w0', 'w1']] as const),
  ...([['w-1', 'w1'], ['before'], ['after'], ['before2'], ['after2'], ['before', 'w0']] as const),
  ...([
    ['w0', 'after'],
    ['before2', 'before'],
    ['after', 'after2'],
    ['before', 'after'],
  ] as const),
  ...([['p1'], ['p2'], ['p3'], ['s1'], ['s2'], ['s3']] as const),
  ...([['before.p3'], ['before.s3'], ['after.p3'], ['after.s3']] as const),
  ...([
    ['h0', 'len'],
    ['h-1', 'h0', 'h1'],
    ['h-2', 'h-1', 'h0'],
    ['h0', 'h1', 'h2'],
  ] as const),
  ...([
    ['h0', 'before.h', 'after.h'],
    ['l0', 'h0'],
    ['l-1', 'l0'],
    ['l0', 'l1'],
  ] as const),
  ...([
    ['before.l', 'l0', 'after.l'],
    ['before2.l', 'before.l'],
    ['l0', 'w1'],
    ['l-1', 'w0'],
  ] as const),
  ...([
    ['before.l', 'w0'],
    ['before.l', 'p2'],
    ['after.l', 'w0'],
  ] as const),
  ...([
    ['len', 'before.len', 'after.len'],
    ['h0', 'w-1'],
    ['h0', 'w1'],
  ] as const),
  ...([['c'], ['before.c'], ['after.c'], ['before2.c'], ['after2.c'], ['c-1', 'c'], ['c', 'c1']] as const),
  ...([
    ['before.c', 'c'],
    ['c', 'after.c'],
    ['before.c', 'c', 'after.c'],
  ] as const),
  ...([
    ['before2.c', 'before.c'],
    ['after.c', 'after2.c'],
  ] as const),
];

/** Features of a token: the same number for every token, so that a page's are one table. */
export const FEATURES = TEMPLATES.length;

/** The templates as three column numbers each; a column that a template lacks is the empty one. */
const PLAN = Uint8Array.from(
  TEMPLATES.flatMap((template) => [0, 1, 2].map((at) => COLUMNS.indexOf(template[at] ?? 'none'))),
);

const seen = new Uint32Array(COLUMNS.length);

/** Writes the features of token `at` into `out` from `offset` on, as row numbers of the model. */
export function writeFeatures(
  facts: TokenFacts,
  at: number,
  { out, offset }: { out: Uint32Array; offset: number },
): void {
  look(facts, at);
  for (let slot = 0, column = 0; slot < FEATURES; slot++, column += 3) {
    let value = Math.imul((slot + 1) ^ 0x9e3779b9, 0x85ebca6b) ^ (seen[PLAN[column] ?? 0] ?? 0);
    value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d) ^ (seen[PLAN[column + 1] ?? 0] ?? 0);
    value = Math.imul(value ^ (value >>> 13), 0x297a2d39) ^ (seen[PLAN[column + 2] ?? 0] ?? 0);
    value = Math.imul(value ^ (value >>> 16), 0x45d9f3b);
    out[offset + slot] = (value ^ (value >>> 15)) & MASK;
  }
}

/** The tokens that features look at: the one itself, and the nearest ones that are no spaces. */
interface Around {
  readonly at: number;
  readonly before: number;
  readonly after: number;
  readonly before2: number;
  readonly after2: number;
}

/** Fills the columns for a token; what lies outside the text has values of its own. */
function look(facts: TokenFacts, at: number): void {
  const before = visible(facts, at, -1);
  const after = visible(facts, at, 1);
  const around = { at, before, after, before2: visible(facts, before, -1), after2: visible(facts, after, 1) };
  lookAtClasses(facts, around, lookAtLetters(facts, around));
}

function lookAtLetters(
  { word, prefix, suffix }: TokenFacts,
  { at, before, after, before2, after2 }: Around,
): number {
  let column = 1;
  for (const shift of [0, -1, 1, -2, 2]) seen[column++] = word[at + shift] ?? shift + 99;
  for (const index of [before, after, before2, after2]) seen[column++] = word[index] ?? 77;
  for (const affix of prefix) seen[column++] = affix[at] ?? 0;
  for (const affix of suffix) seen[column++] = affix[at] ?? 0;
  for (const index of [before, after]) {
    seen[column++] = prefix[2][index] ?? 0;
    seen[column++] = suffix[2][index] ?? 0;
  }
  return column;
}

function lookAtClasses(facts: TokenFacts, around: Around, first: number): void {
  const { shape, length, lists, cluster } = facts;
  const { at, before, after, before2, after2 } = around;
  let column = first;
  for (const shift of [0, -1, 1, -2, 2]) seen[column++] = shape[at + shift] ?? shift + 999;
  for (const index of [at, before, after]) seen[column++] = length[index] ?? 0;
  for (const index of [before, after]) seen[column++] = shape[index] ?? 0;
  for (const index of [at, at - 1, at + 1, before, after, before2]) seen[column++] = lists[index] ?? 0;
  for (const index of [at, before, after, before2, after2, at - 1, at + 1])
    seen[column++] = cluster[index] ?? 9999;
}

/** The nearest token on one side that is no space; may lie outside the text. */
function visible(facts: TokenFacts, at: number, step: 1 | -1): number {
  const next = at + step;
  return facts.shape[next] === 8 ? next + step : next;
}
