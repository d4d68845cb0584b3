import { canonicalMarks, type Unit, unitAt } from '../cluster.ts';
import type { Arc } from '../decode.ts';
import { judge } from '../judge.ts';
import type { Site } from '../resolve.ts';
import type { Finding, RepairContext, RepairRule } from '../rule.ts';
import { widened } from '../unknown.ts';

/**
 * Marks that landed on the letter after theirs, one letter or a chain of letters long, as sorting
 * by position does with marks of no width: "จดัการ" for "จัดการ", "ทนี่งั่" for "ที่นั่ง"; often
 * with a gap after them: "ขอ้ มูล". The words decide.
 */
export const shiftedMark: RepairRule = {
  name: 'shifted-mark',
  *find(context): Generator<Finding> {
    const sites = [...sitesOf(context)];
    if (sites.length === 0) return;
    yield* judge(context.text, sites, {
      sure: 9.5,
      usual: 2.5,
      detail: 'marks stand on the letter after theirs',
      kind: 'order',
    });
  },
};

/** How many letters in a row may bear the marks of the letter before. */
const LONGEST = 4;

function* sitesOf({ text, unknown }: RepairContext): Generator<Site> {
  for (const stretch of widened(unknown, 4, text.length)) {
    for (let at = stretch.start; at < stretch.end; at += 1) {
      const arcs = [...chainsFrom(text, at)];
      const end = arcs.at(-1)?.end;
      if (end !== undefined) yield { start: at, end, arcs, broken: isBroken(text, at) };
    }
  }
}

/** Readings that move marks back to the letter at an offset and on, shortest first. */
function* chainsFrom(text: string, offset: number): Generator<Arc> {
  const first = unitAt(text, offset);
  if (first === null || !first.base) return;
  let bearer: Unit = first;
  let own = first.marks;
  let written = '';
  let at = first.end;
  for (let length = 1; length <= LONGEST; length += 1) {
    const next = unitAt(text, at);
    if (next === null || next.marks === '' || !bearer.base) return;
    const marks = canonicalMarks(own + next.marks);
    if (marks === null) return;
    written += bearer.letter + marks;
    const cost = COST + STEP * (length - 1);
    const gap = gapAfter(text, next.end);
    const after = written + next.letter;
    const wide = gap > next.end;
    if (!wide || !isEnd(text, gap)) yield { start: offset, end: next.end, after, cost };
    if (wide) yield { start: offset, end: gap, after, cost: cost + 1 };
    bearer = next;
    own = '';
    at = gap;
  }
}

const COST = 5;
const STEP = 1.5;

/** After the spaces that kerning leaves behind a mark, where Thai goes on or the line ends. */
function gapAfter(text: string, offset: number): number {
  let at = offset;
  while (text.charCodeAt(at) === 0x20 && at - offset < 3) at += 1;
  const goesOn = unitAt(text, at) !== null || isEnd(text, at);
  return goesOn ? at : offset;
}

/** Whether a letter after this one bears MAI HAN-AKAT or MAITAIKHU with no consonant to close it. */
function isBroken(text: string, offset: number): boolean {
  OPEN.lastIndex = (unitAt(text, offset)?.end ?? offset) + 1;
  return OPEN.test(text);
}

const OPEN = /(?<!^|[^\u0e01-\u0e4e]|[กณ](?=็))(?:ั[่-๋]?(?![ก-ฮ]|ะ)|ั[่-๋]?อ(?![ก-ฮ]?์)|็(?![ก-ฮ่-๋]))/y;

function isEnd(text: string, offset: number): boolean {
  return offset >= text.length || text.charCodeAt(offset) === 0x0a;
}
