import { isDigitCode } from '../../years/digits.ts';

/** Bits of {@link TokenFacts.shape}. */
const Shape = {
  thai: 1,
  latin: 2,
  digit: 4,
  space: 8,
  capital: 16,
  point: 32,
  bracket: 64,
  quote: 128,
} as const;

/** What the features of a token are made of, hashed once for each token of a text. */
export interface TokenFacts {
  readonly count: number;
  readonly word: Uint32Array;
  /** First and last one to three UTF-16 units. */
  readonly prefix: readonly [Uint32Array, Uint32Array, Uint32Array];
  readonly suffix: readonly [Uint32Array, Uint32Array, Uint32Array];
  /** Bits for the kinds of characters that the token holds. */
  readonly shape: Uint32Array;
  /** Length, 8 at most. */
  readonly length: Uint32Array;
  /** What word lists say of it: bits in the order of the lists. */
  readonly lists: Uint32Array;
  /** Number of the cluster of words that stand in like places; 0 for none. */
  readonly cluster: Uint32Array;
}

/** What is known of words: sets of them, such as titles and heads of names, and their clusters, from 1. */
export interface WordKnowledge {
  readonly lists: readonly ReadonlySet<string>[];
  readonly clusters: ReadonlyMap<string, number>;
}

/** Hashes what features are made of. */
export function tokenFacts(tokens: readonly string[], { lists, clusters }: WordKnowledge): TokenFacts {
  const count = tokens.length;
  const column = (): Uint32Array => new Uint32Array(count);
  const facts: TokenFacts = {
    count,
    word: column(),
    prefix: [column(), column(), column()],
    suffix: [column(), column(), column()],
    shape: column(),
    length: column(),
    lists: column(),
    cluster: column(),
  };
  for (let at = 0; at < count; at++) {
    const token = tokens[at] ?? '';
    const { length } = token;
    facts.word[at] = hash(token, 0, length);
    for (let size = 1; size <= 3; size++) {
      const prefix = facts.prefix[size - 1];
      const suffix = facts.suffix[size - 1];
      if (prefix !== undefined) prefix[at] = hash(token, 0, Math.min(size, length));
      if (suffix !== undefined) suffix[at] = hash(token, Math.max(0, length - size), length);
    }
    facts.shape[at] = shapeOf(token);
    facts.length[at] = Math.min(8, length);
    facts.lists[at] = listBits(token, lists);
    facts.cluster[at] = clusters.get(token) ?? 0;
  }
  return facts;
}

function listBits(token: string, lists: readonly ReadonlySet<string>[]): number {
  let bits = 0;
  for (let list = 0; list < lists.length; list++) if (lists[list]?.has(token)) bits |= 1 << list;
  return bits;
}

/** FNV-1a over UTF-16 units. */
function hash(text: string, from: number, to: number): number {
  let value = 0x811c9dc5;
  for (let at = from; at < to; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

function shapeOf(token: string): number {
  let bits = 0;
  for (let at = 0; at < token.length; at++) bits |= unitShape(token.charCodeAt(at));
  return bits;
}

function unitShape(code: number): number {
  if (isDigitCode(code)) return Shape.digit;
  if (code >= 0xe01 && code <= 0xe4e) return Shape.thai;
  if (code >= 65 && code <= 90) return Shape.latin | Shape.capital;
  if (code >= 97 && code <= 122) return Shape.latin;
  if (code === 32 || code === 10 || code === 0xa0 || code === 9) return Shape.space;
  if (code === 46) return Shape.point;
  if (code === 40 || code === 41) return Shape.bracket;
  return code === 34 || (code >= 0x2018 && code <= 0x201d) ? Shape.quote : 0;
}
