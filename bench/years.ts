import { existsSync, readFileSync } from 'node:fs';
import { tagYears, type YearReading } from '../src/tag/index.ts';
import { printTable } from './measure.ts';

const file = new URL('../../shared/cases/years.jsonl', import.meta.url);

interface GoldSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
  readonly era: string;
  readonly eraSource: string;
  readonly edtf: string | null;
}

interface YearCase {
  readonly id: string;
  readonly text: string;
  readonly spans: readonly GoldSpan[];
  readonly negatives?: readonly { readonly start: number; readonly end: number }[];
}

/** Right, wrong and missed mentions. */
interface Count {
  right: number;
  extra: number;
  missed: number;
}

/** Precision, recall and F1 of years over the shared cases: exact span and EDTF, by kind and by era. */
export function benchYears(): void {
  console.log('\nYears and dates (exact span and EDTF; a case is right when era and source agree too)');
  if (!existsSync(file)) {
    console.log('  (../shared/cases/years.jsonl is missing: nothing to measure)');
    return;
  }
  const cases = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as YearCase);
  const counts = new Map<string, Count>();
  let whole = 0;
  let negatives = 0;
  let touched = 0;
  for (const each of cases) {
    const found = tagYears(each.text);
    count(counts, each, found);
    if (isWhole(each, found)) whole++;
    for (const negative of each.negatives ?? []) {
      negatives++;
      if (found.some((year) => year.start < negative.end && negative.start < year.end)) touched++;
    }
  }
  printTable([['', 'right', 'extra', 'missed', 'P', 'R', 'F1'], ...rows(counts)]);
  console.log(
    `  cases wholly right: ${whole} of ${cases.length}; negatives touched: ${touched} of ${negatives}`,
  );
}

function key(year: { start: number; end: number; edtf: string | null }): string {
  return `${year.start} ${year.end} ${year.edtf}`;
}

function count(counts: Map<string, Count>, { spans }: YearCase, found: readonly YearReading[]): void {
  const wanted = new Set(spans.map(key));
  const got = new Set(found.map(key));
  for (const span of spans) bump(counts, span, got.has(key(span)) ? 'right' : 'missed');
  for (const year of found) if (!wanted.has(key(year))) bump(counts, year, 'extra');
}

function bump(counts: Map<string, Count>, year: { kind: string; era: string }, what: keyof Count): void {
  for (const group of ['all', `kind ${year.kind}`, `era ${year.era}`]) {
    const kept = counts.get(group) ?? { right: 0, extra: 0, missed: 0 };
    kept[what]++;
    counts.set(group, kept);
  }
}

function isWhole({ spans }: YearCase, found: readonly YearReading[]): boolean {
  const full = (year: GoldSpan): string => `${key(year)} ${year.era} ${year.eraSource}`;
  const got = found.map(full);
  return spans.length === got.length && spans.every((span) => got.includes(full(span)));
}

function rows(counts: ReadonlyMap<string, Count>): string[][] {
  const percent = (value: number): string => (Number.isNaN(value) ? '-' : value.toFixed(3));
  return [...counts]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([group, { right, extra, missed }]) => {
      const precision = right / (right + extra);
      const recall = right / (right + missed);
      const f1 = (2 * right) / (2 * right + extra + missed);
      return [group, right, extra, missed, percent(precision), percent(recall), percent(f1)].map(String);
    });
}
