import { describe, expect, it } from 'vitest';
import { segmentText } from '../../src/segment/index.ts';
import { tagText } from '../../src/tag/index.ts';
import { readCases } from '../cases.ts';

describe('laws, persons and places', () => {
  it.each(readCases('tag/entities.txt'))('$title', ({ input, expected }) => {
    const found = tagText(input, segmentText(input)).entities.map(({ type, text }) => `${type} | ${text}`);
    expect(found.length === 0 ? 'none' : found.join('\n')).toBe(expected);
  });

  it('gives one law one id, whatever the digits', () => {
    const ids = ['พระราชบัญญัติแร่ พ.ศ. ๒๕๖๐', 'พระราชบัญญัติแร่ พ.ศ. 2560'].map(
      (text) => tagText(text).entities[0]?.id,
    );
    expect(ids[0]).toBe('law:พระราชบัญญัติแร่-พ-ศ-2560');
    expect(ids[1]).toBe(ids[0]);
  });
});
