import { lazy, readRows } from '../../data-file.ts';
import type { WordKnowledge } from './token-facts.ts';

/** The word lists that features look tokens up in, in the order of their bits, and the clusters of words. */
export const wordKnowledge = lazy((): WordKnowledge => {
  const column = (file: string, index: number): string[] => readRows(file).map((row) => row[index] ?? '');
  const places = (kind: string): string[] =>
    readRows('places.tsv')
      .filter((row) => row[0] === kind)
      .map((row) => row[1] ?? '');
  const heads = (type: string): string[] =>
    readRows('name-heads.tsv')
      .filter((row) => row[1] === type)
      .map((row) => row[0] ?? '');
  const lists = [
    new Set(column('titles.tsv', 0)),
    new Set(heads('organisation')),
    new Set([...heads('document'), ...heads('law'), ...column('law-heads.tsv', 0)]),
    new Set(places('province')),
    new Set(places('district')),
    new Set(places('country')),
    new Set(column('name-ends.tsv', 1)),
    new Set(column('clause-words.tsv', 1)),
    new Set(column('units.tsv', 0).map((unit) => unit.split('!')[0] ?? '')),
  ];
  const clusters = new Map<string, number>();
  readRows('clusters.tsv').forEach(([words = ''], index) => {
    for (const word of words.split(' ')) clusters.set(word, index + 1);
  });
  return { lists, clusters };
});
