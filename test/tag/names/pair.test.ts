import { describe, expect, it } from 'vitest';
import { segmentText } from '../../../src/segment/index.ts';
import { type NamePair, namePairs } from '../../../src/tag/names/pair.ts';
import { tokenStarts } from '../../../src/tag/token-starts.ts';
import { readCases } from '../../cases.ts';

const cuts = {
  'cut into tokens': (text: string) => tokenStarts({ tokens: segmentText(text) }),
  'as a plain string': () => new Set<number>(),
};

function line(text: string, pair: NamePair): string {
  const cut = (span: { start: number; end: number } | null) =>
    span ? text.slice(span.start, span.end) : '-';
  const after = pair.thai !== null && pair.english !== null && pair.thai.start > pair.english.start;
  const parts = [cut(after ? null : pair.thai), cut(pair.english), cut(pair.abbreviation)];
  return (after ? [...parts, cut(pair.thai)] : parts).join(' | ');
}

describe.each(Object.entries(cuts))('name pairs, %s', (_, starts) => {
  it.each(readCases('tag/names.txt'))('$title', ({ input, expected }) => {
    const found = namePairs(input, starts(input)).map((pair) => line(input, pair));
    expect(found.length === 0 ? 'none' : found.join('\n')).toBe(expected);
  });
});
