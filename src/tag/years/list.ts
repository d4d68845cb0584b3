import { readGroup, type YearGroup } from './group.ts';
import type { ItemText } from './item.ts';
import { unitFollows } from './unit.ts';

/** How far the last two digits of a listed year may be above those of the year before it. */
const SHORT_STEP = 12;

/** What a list may hold. */
export interface ListOptions {
  /** Also years with the same era of their own: `ปีงบประมาณ พ.ศ. 2563 และ พ.ศ. 2564`. */
  readonly explicit?: boolean;
}

/**
 * The years that a list goes on with after its first: `ค.ศ. 2007 2012 และ 2015`. They are of the era of
 * the first; the list ends at the first number that is none, or that counts something.
 */
export function readList(items: ItemText, first: YearGroup, options: ListOptions = {}): YearGroup[] {
  const found: YearGroup[] = [];
  let last = first;
  for (let next = listed(items, last, options); next !== null; next = listed(items, last, options)) {
    found.push(next);
    last = next;
  }
  return found;
}

function listed(items: ItemText, last: YearGroup, options: ListOptions): YearGroup | null {
  let at = last.next;
  let separators = 0;
  while (separators < 2 && items.next(at, 'comma', 'and') !== null) {
    at++;
    separators++;
  }
  if (separators > 0 && items.next(at, 'year') !== null) at++;
  if (options.explicit === true && separators > 0 && items.next(at, 'era') !== null) {
    const group = readGroup(items, at);
    return group?.era === last.era ? group : null;
  }
  const number = items.next(at, 'number');
  if (number === null) return null;
  if (number.digits === 2) return separators === 0 ? null : shortListed(items, last, at);
  if (number.digits !== 4) return null;
  const group = readGroup(items, at, { era: last.era });
  if (group === null || group.explicit || group.era !== last.era || unitFollows(items.text, group.end))
    return null;
  return joinedToCode(items, group) ? null : group;
}

function shortListed(items: ItemText, last: YearGroup, at: number): YearGroup | null {
  const number = items.next(at, 'number');
  const year = last.years.at(-1) ?? 0;
  if (number === null || number.number <= year % 100 || number.number > (year % 100) + SHORT_STEP)
    return null;
  if (unitFollows(items.text, number.end) || items.gluedRight(number)) return null;
  // "2558, 12 คน" has a unit; "2558, 60 และ" is taken only where the list is one of short years.
  if (items.next(at + 1, 'month', 'slash', 'dash') !== null) return null;
  const { start, end } = number;
  return {
    ...last,
    start,
    end,
    years: [year - (year % 100) + number.number],
    explicit: false,
    shape: 'single',
    next: at + 1,
  };
}

/** A number with a sign and digits right behind it is part of a code: `2556/12`, `2558-2013`. */
export function joinedToCode(items: ItemText, group: YearGroup): boolean {
  const sign = items.next(group.next, 'slash', 'dash', 'colon');
  const after = items.next(group.next + 1, 'number', 'amount');
  return sign?.gap === 'none' && after?.gap === 'none';
}
