import type { Span } from '../document/span.ts';
import { canonicalMarks, type Unit, unitAt } from './cluster.ts';
import type { Arc } from './decode.ts';
import { MARK_COSTS } from './leak.ts';

/** One mark more, less or other on each letter that may bear marks. */
export function arcsIn(text: string, window: Span): Arc[] {
  const arcs: Arc[] = [];
  for (let at = window.start; at < window.end; at += 1) {
    const unit = unitAt(text, at);
    if (unit?.base) arcs.push(...arcsOf(unit, text.charAt(unit.end)));
  }
  return arcs;
}

const EXTRA = 6;
const MISSING = 6;
const OTHER = 6.5;

function arcsOf({ start, end, letter, marks }: Unit, next: string): Arc[] {
  const arcs: Arc[] = [];
  const add = (changed: string, cost: number) => {
    const canonical = canonicalMarks(changed);
    if (canonical !== null && canonical !== marks) arcs.push({ start, end, after: letter + canonical, cost });
  };
  for (let k = 0; k < marks.length; k += 1) {
    const rest = marks.slice(0, k) + marks.slice(k + 1);
    add(rest, EXTRA);
    for (const [mark, rarity] of MARK_COSTS) add(rest + mark, OTHER + rarity / 3);
  }
  for (const [mark, rarity] of MARK_COSTS) add(marks + mark, MISSING + rarity / 3);
  if (marks === 'ี') add('ึ้', OTHER + 1);
  if (next === 'า' && marks !== '') arcs.push({ start, end: end + 1, after: `${letter}ำ`, cost: OTHER + 1 });
  return arcs;
}
