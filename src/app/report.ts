import type { FailureCode } from '../document/error.ts';
import type { Tally } from '../write/index.ts';
import { version } from '../write/provenance.ts';
import type { Outcome } from './batch.ts';
import { exitCode, exitCodeOfRun } from './exit-code.ts';
import type { StageUse } from './profile.ts';

/** The report of a run, `samut-run/1`, which `--json` prints. Seconds are of the wall clock. */
export interface RunReport {
  readonly report: 'samut-run/1';
  readonly version: string;
  readonly exitCode: number;
  readonly interrupted: boolean;
  readonly seconds: number;
  /** The folder that the results are in. */
  readonly output: string;
  readonly totals: Totals;
  readonly documents: readonly DocumentReport[];
  /** Time and memory of each stage over all documents, with `--profile`. */
  readonly profile?: readonly StageUse[];
}

/** Sums over the documents of a run. */
export interface Totals {
  /** Documents that were asked for, done and failed. */
  readonly documents: number;
  readonly done: number;
  readonly failed: number;
  readonly pages: number;
  readonly statuses: Readonly<Record<string, number>>;
  readonly repairs: Readonly<Record<string, number>>;
  readonly undecided: number;
  readonly entities: number;
  readonly years: number;
  readonly diagnostics: Readonly<Record<string, number>>;
  readonly failedPages: number;
  readonly imageOnlyPages: number;
}

/** A document of a run. */
export interface DocumentReport {
  readonly name: string;
  readonly path: string | null;
  readonly status: 'done' | 'failed';
  readonly seconds: number;
  readonly failure: { readonly code: FailureCode; readonly message: string } | null;
  readonly sha256: string | null;
  readonly pageCount: number | null;
  readonly files: readonly string[];
  readonly tally: Tally | null;
}

/** What a run came to. */
export interface Run {
  readonly outcomes: readonly Outcome[];
  /** Documents that were asked for. */
  readonly asked: number;
  readonly interrupted: boolean;
  readonly seconds: number;
  readonly strict: boolean;
  /** The folder that the results are in. */
  readonly output: string;
}

/** The report of a run. */
export function reportOf(run: Run): RunReport {
  const totals = totalsOf(run);
  const profile = stageTotals(run.outcomes);
  return {
    report: 'samut-run/1',
    version: version(),
    exitCode: run.interrupted ? exitCode.interrupted : exitCodeFrom(run, totals),
    interrupted: run.interrupted,
    seconds: round(run.seconds),
    output: run.output,
    totals,
    documents: run.outcomes.map(documentReport),
    ...(profile.length > 0 && { profile }),
  };
}

function exitCodeFrom({ outcomes, strict }: Run, totals: Totals): number {
  return exitCodeOfRun({
    failures: outcomes.flatMap(({ failure }) => failure?.code ?? []),
    failedPages: totals.failedPages,
    imageOnlyPages: totals.imageOnlyPages,
    undecided: strict ? totals.undecided : 0,
  });
}

function documentReport({ name, path, seconds, result, failure }: Outcome): DocumentReport {
  return {
    name,
    path,
    status: result === null ? 'failed' : 'done',
    seconds: round(seconds),
    failure,
    sha256: result?.sha256 ?? null,
    pageCount: result?.pageCount ?? null,
    files: result?.files ?? [],
    tally: result?.tally ?? null,
  };
}

function totalsOf({ outcomes, asked }: Run): Totals {
  const tallies = outcomes.flatMap(({ result }) => result?.tally ?? []);
  const sum = (of: (tally: Tally) => number): number =>
    tallies.reduce((total, tally) => total + of(tally), 0);
  return {
    documents: asked,
    done: tallies.length,
    failed: outcomes.length - tallies.length,
    pages: sum(({ pages }) => pages),
    statuses: addUp(tallies.map(({ statuses }) => statuses)),
    repairs: addUp(tallies.map(({ repairs }) => repairs)),
    undecided: sum(({ undecided }) => undecided),
    entities: sum(({ entities }) => entities),
    years: sum(({ years }) => years),
    diagnostics: addUp(tallies.map(({ diagnostics }) => diagnostics)),
    failedPages: sum(({ failed }) => failed.length),
    imageOnlyPages: sum(({ imageOnly }) => imageOnly.length),
  };
}

/** The sums by key, keys sorted. */
function addUp(counts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sums = new Map<string, number>();
  for (const [key, value] of counts.flatMap((each) => Object.entries(each))) {
    sums.set(key, (sums.get(key) ?? 0) + value);
  }
  return Object.fromEntries([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function stageTotals(outcomes: readonly Outcome[]): StageUse[] {
  const totals = new Map<string, StageUse>();
  for (const { stage, seconds, peakBytes } of outcomes.flatMap(({ result }) => result?.profile ?? [])) {
    const before = totals.get(stage);
    totals.set(stage, {
      stage,
      seconds: round(seconds + (before?.seconds ?? 0)),
      peakBytes: Math.max(peakBytes, before?.peakBytes ?? 0),
    });
  }
  return [...totals.values()];
}

function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
