import { canonicalMarks, type Unit, unitAt } from '../cluster.ts';
import { type Arc, decode } from '../decode.ts';
import { judge } from '../judge.ts';
import { arcsIn } from '../mark-arcs.ts';
import type { Site } from '../resolve.ts';
import { type Finding, type FoundEdit, isEdit, type RepairContext, type RepairRule } from '../rule.ts';
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
    const { text } = context;
    const judgement = {
      sure: 9.5,
      usual: 2.5,
      detail: 'marks stand on the letter after theirs',
      kind: 'order',
    } as const;
    for (const finding of judge(text, sites, judgement)) {
      if (isEdit(finding) && isOutdone(text, finding)) {
        yield { start: finding.start, end: finding.end, candidates: [finding.after], reason: OUTDONE };
      } else yield finding;
    }
  },
};

const OUTDONE = 'another mark would make a word too';

/** Whether one mark more, less or other would explain the place as well; beside it, any may be. */
function isOutdone(text: string, { start, end, after }: FoundEdit): boolean {
  const window = { start: Math.max(0, start - BESIDE), end: Math.min(text.length, end + BESIDE) };
  const arcs = arcsIn(text, window);
  const misread = decode(text, window, arcs).cost;
  const around = arcs.filter((arc) => arc.end <= start || arc.start >= end);
  const moved = { start, end, after, cost: COST - FORCE };
  const shifted =
    decode(
      text,
      window,
      [...around, moved].sort((a, b) => a.start - b.start),
    ).cost + FORCE;
  return misread < shifted + CLEARLY;
}

/** More than any reading costs, so that the moved marks are read. */
const FORCE = 10_000;
/** How much dearer a mark misread must be than marks moved, in nats. */
const CLEARLY = 1.5;

const BESIDE = 8;

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
    if (length === 1) yield* parts(bearer, next);
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

/** The tone mark alone came from the letter before, or the vowel alone. */
function* parts(bearer: Unit, next: Unit): Generator<Arc> {
  if (next.marks.length < 2 || !next.base) return;
  const [vowel = '', tone = ''] = [next.marks.slice(0, -1), next.marks.slice(-1)];
  for (const [moved, kept] of [
    [tone, vowel],
    [vowel, tone],
  ] as const) {
    const marks = canonicalMarks(bearer.marks + moved);
    if (marks === null) continue;
    yield {
      start: bearer.start,
      end: next.end,
      after: bearer.letter + marks + next.letter + kept,
      cost: COST + 1,
    };
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
