import type { Entity } from '../../document/page.ts';
import { lazy, readRows } from '../data-file.ts';
import type { TagRule } from '../rule.ts';
import { tokenStarts } from '../token-starts.ts';

/** Thai letters that a given name or a family name may have. */
const LONGEST_PART = 24;
/** How much of a run of Thai letters is looked through for the end of the name. */
const LONGEST_RUN = 48;
const PART = /[ก-ฮเแโใไ][\u0e01-\u0e4e]{0,47}/y;

const titles = lazy(() => {
  const rows = readRows('titles.tsv').sort(([a = ''], [b = '']) => b.length - a.length);
  const forms = rows.map(([title = '', not]) => {
    const spaced = title.replaceAll('.', '\\.\\s?');
    return not === undefined ? spaced : `${spaced}(?!${not})`;
  });
  return new RegExp(`(?:(?:${forms.join('|')})\\s{0,2})+`, 'g');
});

const nameEnds = lazy(() =>
  readRows('name-ends.tsv').map(([how = '', word = '']) => ({ sure: how === 'sure', word })),
);

/** Persons with a title: `นายสมชาย ใจดี`, `พล.ต.อ. ก้าน กล้าหาญ`, `ศ.ดร. มาลี มีสุข`. */
export const persons: TagRule = {
  name: 'persons',
  find(page) {
    const { text } = page;
    const cuts = tokenStarts(page);
    const found: Entity[] = [];
    for (const title of text.matchAll(titles())) {
      if (!opensName(text, title.index)) continue;
      const end = nameEnd(text, title.index + title[0].length, cuts);
      if (end === null) continue;
      const start = title.index;
      const name = text.slice(start, end);
      found.push({ start, end, type: 'person', text: name, rule: 'person-title', confidence: 0.85 });
    }
    return { entities: found };
  },
};

/** A title in the middle of a word is none, but for the words that run into it: `โดยนาย`. */
function opensName(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 10), at);
  return (
    !/[\u0e01-\u0e4e.]$/.test(before) ||
    /(?:และ|โดย|กับ|ให้|ของ|จาก|ที่|ว่า|ถึง|หรือ|มี|คือ|แก่|ต่อ|ตาม|พร้อม|เป็น)$/.test(before)
  );
}

/** Where the name that begins at `at` ends: a given name, and a family name behind a space; null for none. */
function nameEnd(text: string, at: number, cuts: ReadonlySet<number>): number | null {
  const given = partEnd(text, at, cuts);
  if (given === null || given - at < 2) return null;
  const gap = /^ {1,2}(?:ณ )?/.exec(text.slice(given, given + 4))?.[0].length ?? 0;
  if (gap === 0) return given;
  return partEnd(text, given + gap, cuts) ?? given;
}

function partEnd(text: string, at: number, cuts: ReadonlySet<number>): number | null {
  PART.lastIndex = at;
  const run = PART.exec(text)?.[0].slice(0, LONGEST_RUN);
  if (run === undefined) return null;
  let end = run.length;
  for (const { word, sure } of nameEnds()) {
    for (let from = run.indexOf(word); from >= 0 && from < end; from = run.indexOf(word, from + 1)) {
      const alone = cuts.has(at + from) && isBorder(text, cuts, at + from + word.length);
      if (sure || alone) end = from;
    }
  }
  return end === 0 || end > LONGEST_PART ? null : at + end;
}

function isBorder(text: string, cuts: ReadonlySet<number>, at: number): boolean {
  return cuts.has(at) || at === text.length;
}
