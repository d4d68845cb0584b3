import { readAtom, type YearAtom } from '../atom.ts';
import { groupReading } from '../compose.ts';
import type { Item, ItemText } from '../item.ts';
import type { YearReading } from '../reading.ts';
import type { Match, YearRule } from '../rule.ts';

/** UTF-16 units that a citation in brackets takes at most. */
const LONGEST = 200;
/** Who is cited: words and their punctuation up to the year, no digits. */
const AUTHORS = /^[\s\p{L}\p{M}.,&'’“”"\-–/:;ๆฯ]*$/u;
/** One or two words right before the bracket: as much of a name as is sure. */
const NARRATIVE = /((?:[\p{L}\p{M}.’'-]{1,40}\s)?[\p{L}\p{M}.’'-]{1,40})\s{0,2}\($/u;
const LONGEST_AUTHOR = 84;
const SUFFIX = /^(?:[a-e]|[ก-ฉ])(?=\s*[,;:)\]])/;

/**
 * Years of citations: `(COMMIT, 2015)`, `(สุรพล, 2550ก, 2550ข)`, `(Weber, 1922/1978)`, `สมชาย (2559)`,
 * `(ILO, 2015, น. 2012)`. What follows the year is pages, and no year.
 */
export const citation: YearRule = {
  name: 'citation',
  opens: ['open'],
  read(items, index) {
    const open = items.at(index, 'open');
    const close = open === null ? -1 : closing(items, index, open);
    if (open === null || close < 0) return null;
    const readings: YearReading[] = [];
    let from = open.end;
    let at = index + 1;
    while (at < close) {
      const cited = citedYear(items, at, from);
      if (cited === null) return readings.length === 0 ? null : { readings, next: close + 1 };
      readings.push(...cited.readings);
      const rest = nextCitation(items, cited.next, close);
      at = rest.at;
      from = rest.from;
    }
    return { readings, next: close + 1 };
  },
};

function closing(items: ItemText, index: number, open: Item): number {
  for (let at = index + 1; at < items.items.length; at++) {
    const item = items.items[at];
    if (item === undefined || item.start - open.end > LONGEST || item.tag === 'open') return -1;
    if (item.tag === 'close') return at > index + 1 ? at : -1;
  }
  return -1;
}

/** The year, or the years of one author, that follow the name at `from`. */
function citedYear(items: ItemText, index: number, from: number): Match | null {
  let at = index;
  // "and", "&" and commas between names are items too.
  while (items.at(at, 'and', 'comma', 'colon', 'semicolon', 'dash', 'apostrophe') !== null) at++;
  const number = items.at(at, 'number');
  if (number === null || number.digits !== 4) return null;
  const authors = items.text.slice(from, number.start);
  if (!AUTHORS.test(authors) || /[\p{L}\p{M}]$/u.test(authors)) return null;
  const readings: YearReading[] = [];
  const author = authorOf(items.text, authors, from);
  const role = author === null ? {} : { role: 'citation', author };
  for (let atom = yearAt(items, at); atom !== null; atom = yearAt(items, at)) {
    const suffix = SUFFIX.exec(items.text.slice(atom.end, atom.end + 6))?.[0];
    readings.push(cited(items, atom, { ...role, ...(suffix === undefined ? {} : { suffix }) }));
    at = atom.next;
    const another =
      items.next(at, 'slash', 'comma') !== null || (suffix !== undefined && items.at(at, 'comma') !== null);
    if (!another || items.at(at + 1, 'number')?.digits !== 4) break;
    if (items.at(at, 'comma') !== null && items.at(at + 1, 'number')?.gap === 'text') break;
    at++;
  }
  return readings.length === 0 || isPart(items, at) ? null : { readings, next: at };
}

/** A range, a count or a code: the rules for those read it. */
function isPart(items: ItemText, next: number): boolean {
  const sign = items.next(next, 'dash', 'to');
  return sign !== null && items.next(next + 1, 'number', 'era') !== null;
}

function yearAt(items: ItemText, index: number): YearAtom | null {
  const number = items.at(index, 'number');
  if (number === null || number.digits !== 4 || number.number < 1500 || number.number > 2650) return null;
  const suffix = SUFFIX.test(items.text.slice(number.end, number.end + 6));
  if (!suffix) return readAtom(items, index);
  const era = number.number >= 2300 ? ('BE' as const) : ('CE' as const);
  const { start, end } = number;
  return { start, end, year: number.number, era, explicit: false, digits: 4, mended: false, next: index + 1 };
}

function cited(items: ItemText, atom: YearAtom, extra: Extra): YearReading {
  const { start, era, explicit, mended, next } = atom;
  const end = atom.end + (extra.suffix?.length ?? 0);
  const group = { start, end, years: [atom.year], era, explicit, shape: 'single', mended, next } as const;
  return { ...groupReading(items, group), ...extra };
}

interface Extra {
  readonly role?: string;
  readonly author?: string;
  readonly suffix?: string;
}

/** Who is cited: the words before the year, or the name before the bracket, `ปรมะ สตะเวทิน (2546)`; null for none. */
function authorOf(text: string, authors: string, from: number): string | null {
  const inside = authors.replace(/[\s,.:;]+$/, '').trim();
  if (/\p{L}/u.test(inside)) return inside;
  return NARRATIVE.exec(text.slice(Math.max(0, from - LONGEST_AUTHOR), from))?.[1] ?? null;
}

/** Where the next author begins, after pages and the semicolon; the closing bracket where none does. */
function nextCitation(items: ItemText, next: number, close: number): { at: number; from: number } {
  for (let at = next; at < close; at++) {
    const item = items.items[at];
    if (item?.tag === 'semicolon') return { at: at + 1, from: item.end };
  }
  return { at: close, from: 0 };
}
