import type { RawLine } from './line.ts';
import type { RawGlyphs } from './raw-glyphs.ts';
import type { RuleBand } from './rule-bands.ts';
import type { Frames } from './run.ts';
import { groupRows, lineOf, type Row, type Taken, tableOf } from './table-columns.ts';

/** Lines this near to each other, in ems, stand beside each other when neither is above the other. */
const beside = 0.7;
/** Share of a band's width that only running text fills. */
const wide = 0.6;
/** How far, in points, a line may reach past the rules: spaces at its end are drawn too. */
const slack = 40;

interface Ground {
  readonly glyphs: RawGlyphs;
  readonly frames: Frames;
  readonly bands: readonly RuleBand[];
}

/** The table between rules that begins at `first`, if one does. */
export function bandTable(rows: readonly Row[], first: number, ground: Ground): Taken | null {
  const band = ground.bands.find((one) => isWithin(rows[first]?.line, one));
  if (!band) return null;
  let last = first;
  while (last < rows.length && isWithin(rows[last]?.line, band)) last++;
  const stripes = stripesOf(rows.slice(first, last), band);
  const end = first + stripes.flat().length;
  const [head = [], ...rest] = stripes.map(levelRows);
  const groups = [...(rest.length === 0 ? groupRows(head, ground.glyphs) : [head])];
  for (const stripe of rest) groups.push(...groupRows(stripe, ground.glyphs));
  const members = groups.flat();
  const table = groups.length > 1 ? tableOf(members, { ...ground, groups }) : null;
  return table && { end, lines: [lineOf(members, table)] };
}

/** The rows between one rule and the next, up to where running text parts two tables. */
function stripesOf(rows: readonly Row[], { rules, from, to }: RuleBand): Row[][] {
  const stripes = [
    ...Map.groupBy(rows, ({ line }) => rules.filter((at) => at < line.baseline).length).values(),
  ];
  const isProse = (stripe: readonly Row[]): boolean =>
    stripe.length > 1 &&
    stripe.every((row) => row.chunks.length < 2) &&
    stripe.some(({ line }) => line.to - line.from > wide * (to - from));
  const prose = stripes.findIndex(isProse);
  return prose < 0 ? stripes : stripes.slice(0, prose);
}

/** Joins lines that stand beside each other, a little higher or lower, as between rules they do. */
function levelRows(rows: readonly Row[]): Row[] {
  const level: Row[] = [];
  for (const row of rows) {
    const above = level.at(-1);
    if (above && isBeside(above, row)) {
      const chunks = [...above.chunks, ...row.chunks].sort((a, b) => a.from - b.from);
      level[level.length - 1] = { line: above.line, chunks };
    } else level.push(row);
  }
  return level;
}

function isBeside(above: Row, { line, chunks }: Row): boolean {
  if (line.baseline - above.line.baseline > beside * line.size) return false;
  return chunks.every((chunk) =>
    above.chunks.every((other) => chunk.from > other.to || chunk.to < other.from),
  );
}

function isWithin(line: RawLine | undefined, { from, to, rules }: RuleBand): boolean {
  if (!line || line.table || line.direction !== 0) return false;
  const [top, bottom] = [rules[0] ?? 0, rules.at(-1) ?? 0];
  return (
    line.baseline > top && line.baseline < bottom + 1 && line.from > from - slack && line.to < to + slack
  );
}
