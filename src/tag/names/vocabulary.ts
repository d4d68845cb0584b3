import { lazy, readRows } from '../data-file.ts';

/** A word that opens Thai names, such as `องค์การ`. */
export interface NameHead {
  readonly word: string;
  /** What a name under it is: `organisation`, `document`, `law`, ... */
  readonly type: string;
  /** English words for the same kind of thing, in lower case. */
  readonly english: ReadonlySet<string>;
}

/** Head words by their first character, longest first. */
export const nameHeads = lazy(() => {
  const heads = readRows('name-heads.tsv').map(
    ([word = '', type = 'organisation', english = '']): NameHead => ({
      word,
      type,
      english: new Set(english.split(' ')),
    }),
  );
  return byFirst(heads, (head) => head.word);
});

/** Words after which a name may begin, by their last character. */
export const clauseWords = lazy(() => {
  const words = readRows('clause-words.tsv').map(([strength = '', word = '']) => ({ strength, word }));
  return words.sort((a, b) => b.word.length - a.word.length);
});

/** Types by the English words that tell them. */
const typeByEnglishWord = lazy(() => {
  const types = new Map<string, string>();
  for (const heads of nameHeads().values()) {
    for (const head of heads) {
      for (const word of head.english) if (!types.has(word)) types.set(word, head.type);
    }
  }
  return types;
});

/** The type that an English name's words tell, the last first: it heads the name, unless `of` follows. */
export function typeOfEnglish(english: string): string | null {
  const [core = ''] = english.toLowerCase().split(/\b(?:of|for|on|against|in|to)\b/);
  const words = core.match(/[a-z]+/g) ?? [];
  for (const word of words.reverse()) {
    const type = typeByEnglishWord().get(word);
    if (type !== undefined) return type;
  }
  return null;
}

/** The head word that the text has at `at`, or null. */
export function headAt(text: string, at: number): NameHead | null {
  const heads = nameHeads().get(text.charAt(at));
  return heads?.find((head) => text.startsWith(head.word, at)) ?? null;
}

function byFirst<Item>(items: Item[], word: (item: Item) => string): Map<string, Item[]> {
  const map = new Map<string, Item[]>();
  for (const item of items.sort((a, b) => word(b).length - word(a).length)) {
    const first = word(item).charAt(0);
    const list = map.get(first);
    if (list === undefined) map.set(first, [item]);
    else list.push(item);
  }
  return map;
}
