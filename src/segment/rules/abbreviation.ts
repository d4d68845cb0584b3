import { readFileSync } from 'node:fs';
import { mayBreak } from '../../document/lexicon-cluster.ts';
import { bestPath } from '../../document/lexicon-path.ts';
import { matchEnd } from '../rule.ts';

/** Groups of consonants with points: "พ.ศ.", "พล.ต.อ.". */
const POINTED = /(?:[\u0e01-\u0e2e]{1,3}\.){2,}/y;

/** Consonants alone, which are no word, with a point: "สภ.", "ผบก.". */
const INITIALS = /[\u0e01-\u0e2e]{1,5}\./y;

/** Groups of letters with points, as long as any in the list. */
const GROUPS = /[\u0e01-\u0e4e]{1,6}\.(?:[\u0e01-\u0e2e][\u0e01-\u0e4e]{0,4}\.){0,4}/y;

/** Most letters before the first point of an abbreviation. */
const LONGEST_HEAD = 6;

/** What an abbreviation costs against reading its letters as words, in nats. */
const COST = 8;

/** A span of text that is an abbreviation. */
interface Abbreviation {
  readonly start: number;
  readonly end: number;
}

/**
 * The abbreviation whose first point stands at `point`, directly after a run of Thai letters that
 * begins at `start`: the run may have words before it ("เมื่อพ.ศ."), and a run that reads better as
 * words ("มาก.") has none.
 */
export function abbreviationAt(text: string, start: number, point: number): Abbreviation | null {
  let best: Abbreviation | null = null;
  let least = bestPath(text, start, point).cost;
  for (let head = Math.max(start, point - LONGEST_HEAD); head < point; head++) {
    if (head > start && !mayBreak(text, head)) continue;
    const listed = abbreviationEnd(text, head);
    const end = listed === head && head === start ? matchEnd(INITIALS, text, head) : listed;
    if (end === head) continue;
    const pointed = text.indexOf('.', head) < end - 1;
    const cost = bestPath(text, start, head).cost + (pointed ? 0 : COST);
    if (cost >= least) continue;
    least = cost;
    best = { start: head, end };
  }
  return best;
}

function abbreviationEnd(text: string, at: number): number {
  const pointed = matchEnd(POINTED, text, at);
  let end = matchEnd(GROUPS, text, at);
  while (end > pointed && !known().has(text.slice(at, end))) end = previousPoint(text, at, end);
  return Math.max(end, pointed);
}

/** Where the text up to `end` ends without its last group; `at` when it has one group only. */
function previousPoint(text: string, at: number, end: number): number {
  return Math.max(at, text.lastIndexOf('.', end - 2) + 1);
}

let list: ReadonlySet<string> | undefined;

function known(): ReadonlySet<string> {
  list ??= new Set(readLines(new URL('../../../src/segment/data/abbreviations.txt', import.meta.url)));
  return list;
}

function readLines(file: URL): string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
}
