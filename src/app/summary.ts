import { count } from './progress.ts';
import type { RunReport } from './report.ts';

/** What a run came to, for a person: lines of text. */
export function summaryLines(report: RunReport): string[] {
  const { totals, seconds } = report;
  const rate = seconds > 0 ? ` (${(totals.pages / seconds).toFixed(1)} pages/s)` : '';
  const done = `${count(totals.done, 'document')}, ${count(totals.pages, 'page')} in ${seconds.toFixed(1)} s`;
  if (totals.done === 0) return [`${done}${missing(report)}`];
  return [
    `${done}${rate}${missing(report)}`,
    `  pages:    ${listed(totals.statuses) || 'none'}`,
    `  repairs:  ${listed(totals.repairs) || 'none'}; ${totals.undecided} undecided`,
    `  found:    ${count(totals.entities, 'mention')} of entities, ${count(totals.years, 'year')}`,
    `  written:  ${count(report.documents.flatMap(({ files }) => files).length, 'file')} in ${report.output}`,
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

/**
 * What a user has to know of the documents that were done, whether they want to hear or not: these are
 * the reasons for an exit code other than 0 besides documents that failed.
 */
export function troubles({ documents }: RunReport, strict: boolean): string[] {
  return documents.flatMap(({ name, files, tally }) => {
    if (tally === null) return [];
    const { failed, imageOnly, undecided } = tally;
    const lines: string[] = [];
    const see = `see ${files[0]}`;
    if (failed.length > 0)
      lines.push(`${name}: ${pageList(failed)} could not be read: ${see}, "diagnostics".`);
    if (imageOnly.length > 0)
      lines.push(`${name}: ${pageList(imageOnly)} can only be read by OCR, which was off.`);
    if (strict && undecided > 0) {
      lines.push(`${name}: ${count(undecided, 'repair')} undecided: ${see}, "undecided".`);
    }
    return lines;
  });
}

function pageList(pages: readonly number[]): string {
  const shown = pages.slice(0, 10).join(', ');
  const more = pages.length > 10 ? ` and ${pages.length - 10} more` : '';
  return `${pages.length === 1 ? 'page' : 'pages'} ${shown}${more}`;
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
