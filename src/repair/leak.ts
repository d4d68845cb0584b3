import type { Arc } from './decode.ts';
import { isKnown } from './judge.ts';
import { resolve, type Site } from './resolve.ts';

/** Marks by how often running Thai has them, and what one costs as a reading, in nats. */
export const MARK_COSTS: readonly (readonly [mark: string, cost: number])[] = [
  ['่', 1.3],
  ['้', 1.5],
  ['ั', 2],
  ['ี', 2.3],
  ['ิ', 2.4],
  ['์', 3],
  ['ุ', 3.2],
  ['ื', 3.2],
  ['ู', 3.4],
  ['็', 3.4],
  ['ึ', 3.8],
  ['๊', 5.5],
  ['๋', 5.5],
];

/** A place where a symbol stands for a letter or a mark that the source did not know. */
export interface LeakSite extends Site {
  readonly symbol: string;
}

/** What a symbol was taken for at its places: how often each, and with how much gain in all. */
export type Votes = Map<string, Map<string, number>>;

/**
 * What each symbol stands for, as the words around its places say: a substitution of one symbol by
 * one text, solved by the gain over all the places. Only places with known words vote.
 */
export function solve(text: string, sites: readonly LeakSite[]): Votes {
  const votes: Votes = new Map();
  for (const { site, arc, gain, word } of resolve(text, sites)) {
    if (arc === null || !isKnown(word)) continue;
    const readings = votes.get(site.symbol) ?? new Map<string, number>();
    readings.set(markOf(arc), (readings.get(markOf(arc)) ?? 0) + gain);
    votes.set(site.symbol, readings);
  }
  return votes;
}

/**
 * The same places with the readings that won; a reading that others beat by far is dropped. What is
 * SARA AA elsewhere may be nothing, beside a SARA AM that is whole.
 */
export function narrowed(sites: readonly LeakSite[], votes: Votes): LeakSite[] {
  const result: LeakSite[] = [];
  for (const site of sites) {
    const readings = votes.get(site.symbol);
    if (readings === undefined) continue;
    const best = Math.max(...readings.values());
    const arcs: Arc[] = [];
    for (const arc of site.arcs) {
      const share =
        ((arc.after === '' ? readings.get('า') : undefined) ?? readings.get(markOf(arc)) ?? 0) / best;
      if (share >= 0.3) arcs.push({ ...arc, cost: arc.cost - 2 * share });
    }
    if (arcs.length > 0) result.push({ ...site, arcs });
  }
  return result;
}

/** What the symbol alone stands for, where the arc reads it with SARA AM beside it. */
function markOf(arc: Arc): string {
  return arc.after.length > 1 ? arc.after.replace('ำ', '') : arc.after;
}
