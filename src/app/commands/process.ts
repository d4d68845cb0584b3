import { availableParallelism } from 'node:os';
import { processAll, type Task } from '../batch.ts';
import type { ProcessOptions } from '../command.ts';
import { planRun } from '../plan.ts';
import { failuresOnly, lines, type Progress } from '../progress.ts';
import { type RunReport, reportOf } from '../report.ts';
import { profileLines, summaryLines, troubles } from '../summary.ts';
import { complainOf, print, say } from '../terminal.ts';

/**
 * Turns documents into JSON and says what it did; gives the exit code.
 *
 * @throws SamutError when the run cannot begin.
 */
export async function processDocuments(options: ProcessOptions): Promise<number> {
  const begin = performance.now();
  const tasks = await planRun(options);
  const progress = await progressFor(options, tasks.length);
  const interrupt = interruption();
  const outcomes = await processAll(tasks, {
    workers: workersFor(options, tasks),
    limits: { seconds: options.timeout, megabytes: options.maxMemory },
    signal: interrupt.signal,
    listener: progress,
  });
  interrupt.end();
  progress.end();
  const report = reportOf({
    outcomes,
    asked: tasks.length,
    interrupted: interrupt.signal.aborted,
    seconds: (performance.now() - begin) / 1000,
    strict: options.strict,
    output: options.output,
  });
  await tell(report, options);
  return report.exitCode;
}

async function tell(report: RunReport, { json, quiet, profile, strict }: ProcessOptions): Promise<void> {
  for (const line of troubles(report, strict)) complainOf(line);
  if (!quiet) for (const line of summaryLines(report)) say(line);
  if (profile) for (const line of profileLines(report)) say(line);
  if (json) await print(`${JSON.stringify(report, null, 2)}\n`);
}

function workersFor({ workers = availableParallelism() }: ProcessOptions, tasks: readonly Task[]): number {
  return Math.max(1, Math.min(workers, tasks.length));
}

async function progressFor({ quiet }: ProcessOptions, tasks: number): Promise<Progress> {
  if (quiet) return failuresOnly();
  if (!process.stderr.isTTY) return lines(tasks);
  return (await import('../progress-bar.ts')).bar(tasks);
}

/** Turns an interrupt (Ctrl-C) or a request to end into a signal; `end` gives them back their usual meaning. */
function interruption(): { signal: AbortSignal; end(): void } {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  process.on('SIGINT', abort).on('SIGTERM', abort);
  return {
    signal: controller.signal,
    end: () => {
      process.off('SIGINT', abort).off('SIGTERM', abort);
    },
  };
}
