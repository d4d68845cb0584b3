import type { PageTable } from './page-table.ts';
import type { Run } from './run.ts';

/** Runs that stand on one baseline, left to right. */
export interface RawLine {
  readonly runs: Run[];
  readonly direction: number;
  baseline: number;
  size: number;
  from: number;
  to: number;
  /** Lines of one column, or of one stretch between columns, have the same number; set by reading order. */
  readonly region: number;
  /** The table that this line stands for while lines are put in reading order. */
  readonly table?: PageTable;
  /** Whether it is an entry of a contents page. */
  readonly entry?: boolean;
}

const baselineTolerance = 0.25;
/** A run this much smaller than a line may be a superscript or subscript of it. */
const scriptRatio = 0.85;
/** How far, in ems of the line, a superscript may stand from the line's letters. */
const scriptReach = 0.6;

/** Gathers runs into lines by their baselines; superscripts and footnote marks join their line. */
export function findLines(runs: readonly Run[]): RawLine[] {
  const lines: RawLine[] = [];
  const byDirection = Map.groupBy(
    runs.filter((run) => !run.marksOnly),
    (run) => run.direction,
  );
  for (const group of byDirection.values()) lines.push(...joinScripts(cluster(group)));
  for (const line of lines) line.runs.sort((a, b) => a.from - b.from || a.first - b.first);
  return lines;
}

function cluster(runs: readonly Run[]): RawLine[] {
  const sorted = [...runs].sort((a, b) => a.baseline - b.baseline || a.from - b.from);
  const lines: RawLine[] = [];
  for (const run of sorted) {
    const line = lines.at(-1);
    const tolerance = baselineTolerance * Math.min(run.size, line?.size ?? run.size);
    if (line && run.baseline - line.baseline <= tolerance) extend(line, run);
    else lines.push(lineOf(run));
  }
  return lines;
}

/** A line of one run, not yet in a region. */
export function lineOf(run: Run): RawLine {
  const { direction, baseline, size, from, to } = run;
  return { runs: [run], direction, baseline, size, from, to, region: 0 };
}

function extend(line: RawLine, run: Run): void {
  line.runs.push(run);
  line.from = Math.min(line.from, run.from);
  line.to = Math.max(line.to, run.to);
  if (run.size > line.size) {
    line.size = run.size;
    line.baseline = run.baseline;
  }
}

/** Lines are in order of their baselines; a script stands next to its line in that order. */
function joinScripts(lines: RawLine[]): RawLine[] {
  const kept: RawLine[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (!line) continue;
    const below = lines[i + 1];
    const above = kept.at(-1);
    if (below && isScriptOf(line, below)) merge(line, below);
    else if (above && isScriptOf(line, above)) merge(line, above);
    else kept.push(line);
  }
  return kept;
}

function isScriptOf(script: RawLine, line: RawLine): boolean {
  if (script.size > scriptRatio * line.size) return false;
  const rise = (line.baseline - script.baseline) / line.size;
  if (rise < -0.3 || rise > 0.65) return false;
  const near = scriptReach * line.size;
  return script.runs.every((run) => line.runs.some((host) => touches(run, host, near)));
}

function touches(run: Run, host: Run, near: number): boolean {
  return run.from < host.to + near && run.to > host.from - near;
}

function merge(script: RawLine, line: RawLine): void {
  line.runs.push(...script.runs);
  line.from = Math.min(line.from, script.from);
  line.to = Math.max(line.to, script.to);
}
