import { count } from './progress.ts';
import type { RunReport, Totals } from './report.ts';

/** What a run came to, for a person: lines of text. */
export function summaryLines(report: RunReport): string[] {
  const { totals, seconds } = report;
  const rate = seconds > 0 ? ` (${(totals.pages / seconds).toFixed(1)} pages/s)` : '';
  return [
    `${count(totals.done, 'document')}, ${count(totals.pages, 'page')} in ${seconds.toFixed(1)} s${rate}${missing(report)}`,
    `  pages:    ${listed(totals.statuses) || 'none'}`,
    `  repairs:  ${listed(totals.repairs) || 'none'}; ${totals.undecided} undecided`,
    `  found:    ${count(totals.entities, 'mention')} of entities, ${count(totals.years, 'year')}`,
    ...warnings(totals),
    ...exampleLines(report),
  ];
}

/** Time and memory of each stage, as a table. */
export function profileLines({ profile = [] }: RunReport): string[] {
  const total = profile.reduce((sum, { seconds }) => sum + seconds, 0);
  const row = (stage: string, ...cells: string[]): string =>
    `  ${stage.padEnd(8)}${cells.map((cell) => cell.padStart(12)).join('')}`;
  return [
    row('stage', 'seconds', 'share', 'peak memory'),
    ...profile.map(({ stage, seconds, peakBytes }) =>
      row(
        stage,
        seconds.toFixed(3),
        `${((100 * seconds) / Math.max(total, 0.001)).toFixed(1)} %`,
        `${(peakBytes / 2 ** 20).toFixed(0)} MB`,
      ),
    ),
  ];
}

function missing({ totals, interrupted }: RunReport): string {
  const failed = totals.failed > 0 ? `; ${totals.failed} failed` : '';
  const left = totals.documents - totals.done - totals.failed;
  return interrupted ? `${failed}; interrupted, ${left} not done` : failed;
}

function warnings(totals: Totals): string[] {
  const lines: string[] = [];
  if (totals.failedPages > 0)
    lines.push(`  failed:   ${count(totals.failedPages, 'page')} could not be read`);
  if (totals.imageOnlyPages > 0) {
    lines.push(
      `  OCR:      ${count(totals.imageOnlyPages, 'page')} without a text layer: only OCR can read them`,
    );
  }
  return lines;
}

/** A line of the run in which enough was repaired to show what repair does, before and after. */
function exampleLines({ documents }: RunReport): string[] {
  const examples = documents.flatMap(({ name, tally }) => (tally?.example ? { name, ...tally.example } : []));
  const [best] = examples.toSorted((a, b) => telling(b) - telling(a));
  if (best === undefined) return [];
  return [`  ${best.name}, page ${best.page}:`, `    before  ${best.before}`, `    after   ${best.after}`];
}

/** More than a few repairs in a line show no more. */
function telling({ repairs }: { readonly repairs: number }): number {
  return Math.min(repairs, 3);
}

function listed(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([name, number]) => `${name} ${number}`)
    .join(', ');
}
