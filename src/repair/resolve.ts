import { isThaiLetter } from '../document/thai.ts';
import { type Arc, decode, type Reading } from './decode.ts';

/** A place with other readings: at most one of its arcs is taken. */
export interface Site {
  readonly start: number;
  readonly end: number;
  readonly arcs: readonly Arc[];
  /** Whether the letters alone show that the place is broken, whatever the words. */
  readonly broken?: boolean;
}

/** What the words around a site say. */
export interface Decision<S extends Site = Site> {
  readonly site: S;
  /** The arc taken, or null where the text stays. */
  readonly arc: Arc | null;
  /** How much dearer the best other reading is, in nats. */
  readonly margin: number;
  /** How much dearer the text is as it stands, in nats; 0 where it stays. */
  readonly gain: number;
  /** The words that the site lies in, as read, and their place in the text. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** How far the words around a site are read, in UTF-16 units. */
const REACH = 36;
/** Sites nearer than this are decided together. */
const NEAR = 24;

/**
 * Decides sites of a text, sorted by start, by the words that each reading makes. Linear: sites
 * that lie apart are read in windows of their own. Sites that stay as they are have no decision,
 * unless `kept` asks for theirs too.
 */
export function resolve<S extends Site>(
  text: string,
  sites: readonly S[],
  { kept = false }: { readonly kept?: boolean } = {},
): Decision<S>[] {
  const decisions: Decision<S>[] = [];
  for (const group of together(sites)) {
    const first = group[0];
    const last = group.at(-1);
    if (first === undefined || last === undefined) continue;
    const span = windowAround(text, first.start, last.end);
    const arcs = group.flatMap((site) => site.arcs).sort((a, b) => a.start - b.start);
    const reading = decode(text, span, arcs);
    const taken = new Set(reading.arcs);
    for (const site of group) {
      const arc = site.arcs.find((one) => taken.has(one)) ?? null;
      if (arc !== null || kept) decisions.push(decideSite({ text, arcs, reading }, site, arc));
    }
  }
  return decisions;
}

interface Read {
  readonly text: string;
  readonly arcs: readonly Arc[];
  readonly reading: Reading;
}

function decideSite<S extends Site>({ text, arcs, reading }: Read, site: S, arc: Arc | null): Decision<S> {
  const local = windowAround(text, site.start, site.end);
  const inside = arcs.filter((one) => one.start >= local.start && one.end <= local.end);
  const others = inside.filter((one) => (arc === null ? !site.arcs.includes(one) : one !== arc));
  const forced = arc === null ? forcedCost(text, { local, inside, site }) : decode(text, local, others).cost;
  const best = decode(text, local, inside).cost;
  const margin = forced - best;
  let gain = arc === null ? 0 : margin;
  if (arc !== null && site.arcs.length > 1) {
    const without = inside.filter((one) => !site.arcs.includes(one));
    gain = decode(text, local, without).cost - best;
  }
  return { site, arc, margin, gain, ...wordAt(text, reading, arc ?? site) };
}

/** The cost of the cheapest reading that takes one of the site's arcs. */
function forcedCost(
  text: string,
  { local, inside, site }: { local: { start: number; end: number }; inside: readonly Arc[]; site: Site },
): number {
  const cheap = inside.map((one) => (site.arcs.includes(one) ? { ...one, cost: one.cost - FORCE } : one));
  return decode(text, local, cheap).cost + FORCE;
}

/** Less than the price of any reading, so that a forced arc is always taken. */
const FORCE = 10_000;

function* together<S extends Site>(sites: readonly S[]): Generator<S[]> {
  let group: S[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const site of sites) {
    if (site.start > end + NEAR && group.length > 0) {
      yield group;
      group = [];
    }
    group.push(site);
    end = Math.max(end, site.end);
  }
  if (group.length > 0) yield group;
}

/** From a place to where words surely begin and end, or to the end of reach. */
function windowAround(text: string, start: number, end: number): { start: number; end: number } {
  let from = start;
  while (from > 0 && start - from < REACH) from -= 1;
  while (from < start && from > 0 && isThaiLetter(text.charCodeAt(from - 1))) from += 1;
  if (from === start) from = Math.max(0, start - REACH);
  let to = end;
  while (to < text.length && to - end < REACH) to += 1;
  while (to > end && to < text.length && isThaiLetter(text.charCodeAt(to))) to -= 1;
  if (to === end) to = Math.min(text.length, end + REACH);
  return { start: from, end: to };
}

/** The words of a reading that hold a place, with the arcs inside them read. */
function wordAt(
  text: string,
  reading: Reading,
  place: { start: number; end: number },
): { word: string; start: number; end: number } {
  let start = place.start;
  let end = place.end;
  for (let at = 0; at < reading.ends.length; at += 1) {
    const edge = reading.ends[at] ?? 0;
    if (edge <= place.start) start = edge;
    if (edge >= place.end && edge > place.start) {
      end = edge;
      break;
    }
  }
  let word = '';
  let at = start;
  for (const arc of reading.arcs) {
    if (arc.start < at || arc.end > end) continue;
    word += text.slice(at, arc.start) + arc.after;
    at = arc.end;
  }
  return { word: word + text.slice(at, Math.max(at, end)), start, end: Math.max(start, end) };
}
