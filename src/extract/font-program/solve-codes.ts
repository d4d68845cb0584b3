import { bestPath, textCost } from '../../document/lexicon-path.ts';
import type { OpenCode } from './code-context.ts';
import { textOfReference } from './reference-outlines.ts';
import type { Candidate } from './shape-match.ts';

/** What the words say of an open code. */
export interface Solution {
  readonly open: OpenCode;
  readonly text: string;
  /** How much dearer the next character makes the windows, in nats. */
  readonly margin: number;
  /** The share of its windows that are words throughout, everything solved. */
  readonly words: number;
}

/** What a unit of outline distance weighs against words, in nats. */
const distanceWeight = 40;
/** A character that is no Thai letter parts words, and costs this much. */
const otherLetter = 9;
const rounds = 4;

/**
 * Decides open codes by the words that their characters make: a substitution cipher, solved by changing one
 * code at a time for the better (Viterbi over the lexicon) until nothing changes.
 */
export function solveCodes(open: readonly OpenCode[]): Solution[] {
  const known = open.filter(({ windows, candidates }) => windows.length > 0 && candidates.length > 0);
  const values = new Map(known.map((one) => [one.letter, characterOf(one.candidates[0])]));
  for (const one of open) if (!values.has(one.letter)) values.set(one.letter, one.claimed);
  const order = known.toSorted((a, b) => b.windows.length - a.windows.length);
  for (let round = 0; round < rounds; round++) {
    let changed = false;
    for (const one of order) {
      const [best] = ranked(one, values);
      if (best === undefined || values.get(one.letter) === best.text) continue;
      values.set(one.letter, best.text);
      changed = true;
    }
    if (!changed) break;
  }
  return known.map((one) => {
    const [best, next] = ranked(one, values);
    const margin = (next?.cost ?? Number.POSITIVE_INFINITY) - (best?.cost ?? 0);
    const solved = one.windows.filter((window) => isWords(inOrder(replaceLetters(window, values))));
    return { open: one, text: best?.text ?? one.claimed, margin, words: solved.length / one.windows.length };
  });
}

function characterOf(candidate: Candidate | undefined): string {
  return candidate === undefined ? '' : textOfReference(candidate.code);
}

/** The candidates of a code by what they cost, the others being what they are. */
function ranked(one: OpenCode, values: ReadonlyMap<string, string>): { text: string; cost: number }[] {
  const rest = new Map(values);
  rest.delete(one.letter);
  const windows = one.windows.map((window) => replaceLetters(window, rest));
  return one.candidates
    .map((candidate) => {
      const text = characterOf(candidate);
      let cost = distanceWeight * candidate.distance;
      for (const window of windows) cost += windowCost(window.replaceAll(one.letter, text));
      return { text, cost };
    })
    .sort((a, b) => a.cost - b.cost);
}

function replaceLetters(window: string, values: ReadonlyMap<string, string>): string {
  let out = '';
  for (const character of window) out += values.get(character) ?? character;
  return out;
}

/** Marks in their order and SARA AM in one piece. */
function inOrder(window: string): string {
  return window
    .replace(/([\u0e48-\u0e4c])([\u0e31\u0e34-\u0e39])/g, '$2$1')
    .replace(/\u0e4d([\u0e48-\u0e4b]?)\u0e32|([\u0e48-\u0e4b])\u0e4d\u0e32/g, '$1$2\u0e33');
}

function isWords(text: string): boolean {
  for (const [run] of text.matchAll(/[\u0e01-\u0e4e]+/g)) if (bestPath(run).unknown > 0) return false;
  return true;
}

/** The cost of a window's words. */
function windowCost(window: string): number {
  let cost = 0;
  for (const [run] of inOrder(window).matchAll(/[\u0e01-\u0e4e]+|[^\u0e01-\u0e4e]/gu)) {
    cost += /[\u0e01-\u0e4e]/.test(run) ? textCost(run) : otherLetter;
  }
  return cost;
}
