import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { segmentText } from '../../src/segment/index.ts';

const folder = new URL('../cases/segment/', import.meta.url);

/** Cases by hand: the expected tokens are parted by `|`; a space inside a token is written as it is. */
for (const file of readdirSync(folder)) {
  for (const block of readFileSync(new URL(file, folder), 'utf8').trim().split(/\n\n+/)) {
    const [title = '', input = '', , expected = ''] = block.split('\n');
    test(`${file}: ${title.slice(2)}`, () => {
      expect(segmentText(input).join('|')).toBe(expected);
    });
  }
}
