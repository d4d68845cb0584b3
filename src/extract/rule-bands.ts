import type { DrawnRule } from './drawn-rules.ts';
import { joinRules } from './rule-grid.ts';

/** A stretch of a page between the first and last of some rules of one width, as tables without verticals have. */
export interface RuleBand {
  readonly from: number;
  readonly to: number;
  /** Where the rules lie, from the top: three or more. */
  readonly rules: readonly number[];
}

/** Rules whose ends differ by less than this, in points, are as wide as each other. */
const sameEnds = 8;
/** Narrower than this, in points, rules are those of fractions and signatures. */
const minWidth = 100;
const minRules = 3;
const maxRules = 300;

/** Finds the bands of a page, from the top; none lies in another. */
export function findBands(horizontal: readonly DrawnRule[]): RuleBand[] {
  const wide = joinRules(horizontal).filter((rule) => rule.to - rule.from >= minWidth);
  if (wide.length < minRules || wide.length > maxRules) return [];
  const groups: DrawnRule[][] = [];
  for (const rule of wide.sort((a, b) => a.at - b.at)) {
    const group = groups.find(([first]) => first && areEven(first, rule));
    if (group) group.push(rule);
    else groups.push([rule]);
  }
  const bands = groups
    .filter((group) => group.length >= minRules)
    .map((group) => ({
      from: Math.min(...group.map((rule) => rule.from)),
      to: Math.max(...group.map((rule) => rule.to)),
      rules: group.map((rule) => rule.at),
    }));
  return bands.filter((band) => !bands.some((other) => other !== band && encloses(other, band)));
}

function areEven(a: DrawnRule, b: DrawnRule): boolean {
  return Math.abs(a.from - b.from) < sameEnds && Math.abs(a.to - b.to) < sameEnds;
}

function encloses(outer: RuleBand, inner: RuleBand): boolean {
  const [top, bottom] = [outer.rules[0] ?? 0, outer.rules.at(-1) ?? 0];
  return top < (inner.rules[0] ?? 0) && bottom > (inner.rules.at(-1) ?? 0);
}
