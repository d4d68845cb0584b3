/** A range of physical page numbers from 1, both ends included. */
export type PageRange = readonly [first: number, last: number];

/**
 * Page ranges as a user writes them, sorted and joined where they touch.
 *
 * @throws RangeError when the text is not a list of ranges.
 * @example
 * parsePages('10,1-5'); // [[1, 5], [10, 10]]
 */
export function parsePages(text: string): PageRange[] {
  const ranges = text.split(',').map(parseRange);
  ranges.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const joined: PageRange[] = [];
  for (const [first, last] of ranges) {
    const before = joined.at(-1);
    if (before !== undefined && first <= before[1] + 1) {
      joined[joined.length - 1] = [before[0], Math.max(before[1], last)];
    } else {
      joined.push([first, last]);
    }
  }
  return joined;
}

function parseRange(text: string): PageRange {
  const match = /^\s*(\d{1,9})\s*(?:-\s*(\d{1,9})\s*)?$/.exec(text);
  const first = Number(match?.[1]);
  const last = Number(match?.[2] ?? first);
  if (match === null || first < 1 || last < first) {
    throw new RangeError(`Expected pages from 1 such as 1-5,10, got ${JSON.stringify(text)}.`);
  }
  return [first, last];
}
