import { spawn } from 'node:child_process';

/** What one command cost, children included. */
export interface Cost {
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  readonly exitCode: number;
}

/**
 * Runs a command in a shell that then prints the processor time of all its children (POSIX `times`): the
 * only figure that holds when the machine is busy.
 */
export function measure(command: readonly string[]): Promise<Cost> {
  const script = '"$@" >/dev/null 2>&1; code=$?; times; exit $code';
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const shell = spawn('bash', ['-c', script, 'bench', ...command], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let out = '';
    shell.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
    });
    shell.on('error', reject);
    shell.on('close', (code) => {
      const wallSeconds = (performance.now() - started) / 1000;
      resolve({ cpuSeconds: childSeconds(out), wallSeconds, exitCode: code ?? -1 });
    });
  });
}

/** Adds up the second line of `times`: user and system time of the children, as `0m1.234s 0m0.056s`. */
function childSeconds(times: string): number {
  const line = times.trim().split('\n').at(-1) ?? '';
  let seconds = 0;
  for (const [, minutes, rest] of line.matchAll(/(\d+)m([\d.]+)s/gu)) {
    seconds += Number(minutes) * 60 + Number(rest);
  }
  return seconds;
}

/** The run whose processor time is the median of several. */
export async function medianCost(command: readonly string[], runs: number): Promise<Cost> {
  const costs: Cost[] = [];
  for (let i = 0; i < runs; i++) costs.push(await measure(command));
  costs.sort((a, b) => a.cpuSeconds - b.cpuSeconds);
  const cost = costs[costs.length >> 1];
  if (!cost) throw new RangeError(`expected at least one run, got ${runs}`);
  return cost;
}

/** Prints rows of a table, columns padded to their widest cell; the first row is the head. */
export function printTable(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    console.log(`  ${cells.join('  ')}`);
  }
}
