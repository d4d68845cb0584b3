import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { medianCost, printTable } from './measure.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = path.join(root, 'dist/app/cli.js');
const bare = path.join(root, 'bench/bare-pdfjs.mjs');
const runs = 3;

/** The PDFs to time: the shipped book, and the real ones of ../shared where they are. */
function documents(): string[] {
  const shared = path.join(root, '../shared/pdfs');
  const real = existsSync(shared)
    ? readdirSync(shared)
        .filter((name) => name.endsWith('.pdf'))
        .sort()
        .map((name) => path.join(shared, name))
    : [];
  if (real.length === 0) console.log('  (../shared/pdfs is missing: only the shipped book is timed)');
  return [path.join(root, 'fixtures/kpiebook62002/samut-book.pdf'), ...real];
}

/** The whole pipeline against a bare pdf.js loop, in processor time, file by file. */
export async function benchCost(): Promise<void> {
  console.log(
    '\nWhole pipeline (one worker) against a bare pdf.js getTextContent() loop, CPU seconds, median of 3',
  );
  const rows = [['file', 'pdf.js', 'samut', 'ratio', 'MB/s']];
  const folder = mkdtempSync(path.join(tmpdir(), 'samut-bench-'));
  let bareTotal = 0;
  let fullTotal = 0;
  for (const file of documents()) {
    const yardstick = await medianCost([process.execPath, bare, file], runs);
    const command = [process.execPath, cli, 'process', file, '-o', folder, '--workers', '1', '--quiet'];
    const full = await medianCost(command, runs);
    bareTotal += yardstick.cpuSeconds;
    fullTotal += full.cpuSeconds;
    const ratio = (full.cpuSeconds / yardstick.cpuSeconds).toFixed(2);
    const rate = (statSync(file).size / 1e6 / full.wallSeconds).toFixed(2);
    rows.push([
      path.basename(file),
      yardstick.cpuSeconds.toFixed(2),
      full.cpuSeconds.toFixed(2),
      ratio,
      rate,
    ]);
  }
  rows.push(['all', bareTotal.toFixed(2), fullTotal.toFixed(2), (fullTotal / bareTotal).toFixed(2), '']);
  printTable(rows);
  rmSync(folder, { recursive: true });
}

/** One worker against two, over the same documents. */
export async function benchWorkers(): Promise<void> {
  const files = documents();
  const four = [...files, ...files].slice(0, 24);
  const folder = mkdtempSync(path.join(tmpdir(), 'samut-bench-'));
  const rows = [['workers', 'wall s', 'CPU s', 'speed-up']];
  let one = 0;
  for (const workers of ['1', '2']) {
    const command = [
      process.execPath,
      cli,
      'process',
      ...four,
      '-o',
      folder,
      '--workers',
      workers,
      '--quiet',
    ];
    const cost = await medianCost(command, runs);
    if (workers === '1') one = cost.wallSeconds;
    const speedUp = (one / cost.wallSeconds).toFixed(2);
    rows.push([workers, cost.wallSeconds.toFixed(2), cost.cpuSeconds.toFixed(2), speedUp]);
  }
  console.log(`\nTwo workers against one, ${four.length} documents`);
  printTable(rows);
  rmSync(folder, { recursive: true });
}

/** How long the command line takes to say its version. */
export async function benchStartUp(): Promise<void> {
  const { wallSeconds, cpuSeconds } = await medianCost([process.execPath, cli, '--version'], 7);
  console.log(
    `\nStart-up: samut --version ${Math.round(wallSeconds * 1000)} ms wall, ${Math.round(cpuSeconds * 1000)} ms CPU`,
  );
}
