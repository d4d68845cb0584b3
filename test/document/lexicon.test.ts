import { expect, test } from 'vitest';
import { thaiLexicon } from '../../src/document/lexicon.ts';
import { bestPath, textCost } from '../../src/document/lexicon-path.ts';
import { buildTrie, Trie } from '../../src/document/lexicon-trie.ts';

const words = (text: string): string[] => {
  let at = 0;
  return bestPath(text).ends.map((end) => {
    const word = text.slice(at, end);
    at = end;
    return word;
  });
};

test('the lexicon has common words with their frequencies and lacks fragments', () => {
  const lexicon = thaiLexicon();
  expect(lexicon.has('หน้าที่')).toBe(true);
  expect(lexicon.frequency('ที่')).toBeCloseTo(818_364, -2);
  expect(lexicon.frequency('ทำ')).toBeGreaterThan(20 * lexicon.frequency('ทา'));
  expect(lexicon.cost('น้ำ')).toBeLessThan(lexicon.cost('น้า'));
  for (const fragment of ['', 'ก', 'ๆ', 'ำ', 'หน้าที', 'กะเตงเ', 'hello']) {
    expect(lexicon.has(fragment), fragment).toBe(false);
    expect(lexicon.frequency(fragment), fragment).toBe(0);
    expect(lexicon.cost(fragment), fragment).toBe(Number.POSITIVE_INFINITY);
  }
});

test('prefixes visits the words that begin at a place, shortest first', () => {
  const found: string[] = [];
  thaiLexicon().prefixes('(ตากวน)', 1, (end) => found.push('(ตากวน)'.slice(1, end)));
  expect(found).toEqual(['ตา', 'ตาก']);
});

test('the cheapest path reads words, keeps an unknown name whole, and explains the empty text', () => {
  expect(words('ทำหน้าที่ในแม่น้ำโขง')).toEqual(['ทำหน้าที่', 'ใน', 'แม่น้ำ', 'โขง']);
  expect(words('นายฟหกดาสวงไป')).toEqual(['นาย', 'ฟหกดาสวง', 'ไป']);
  expect(bestPath('นายฟหกดาสวงไป').unknown).toBe(8);
  expect(bestPath('')).toEqual({ cost: 0, ends: [], unknown: 0 });
  expect(bestPath('ก.ตากลม', 2).ends).toEqual([4, 7]);
});

test.each([
  ['ทำหน้าที่', 'ทาหน้าที่'],
  ['แม่น้ำโขง', 'แม่น้าโขง'],
  ['ค้ามนุษย์', 'ค้ำมนุษย์'],
  ['การกระทำความผิด', 'การกระทาความผิด'],
  ['ห้าประเทศ', 'ห้ำประเทศ'],
])('%s is the cheaper reading than %s', (right, wrong) => {
  expect(textCost(right)).toBeLessThan(textCost(wrong));
});

test('a trie gives back the values that it was built from, and nothing else', () => {
  const trie = new Trie(
    buildTrie([
      ['กา', 7],
      ['การ', 0],
      ['กก', 2 ** 24 - 1],
    ]),
  );
  expect(['กา', 'การ', 'กก', 'ก', 'กาก', 'การก', 'x'].map((word) => trie.get(word))).toEqual([
    7,
    0,
    2 ** 24 - 1,
    -1,
    -1,
    -1,
    -1,
  ]);
  expect(() => buildTrie([['a', 1]])).toThrow('expected a word of Thai letters, received "a"');
});
