import { type FailureCode, SamutError } from '../document/error.ts';
import type { Limits } from './child.ts';
import type { Job, JobResult } from './job.ts';
import { Pool } from './pool.ts';
import { queueOf } from './queue.ts';
import { failureMessage } from './terminal.ts';

/** Why a document failed. */
export interface Failure {
  readonly code: FailureCode;
  readonly message: string;
}

/** What came of a document. */
export interface Outcome {
  readonly name: string;
  /** Where it was, as the user wrote it; null for standard input. */
  readonly path: string | null;
  readonly seconds: number;
  readonly result: JobResult | null;
  readonly failure: Failure | null;
}

/** A document of a run: a job, or the reason why it cannot become one. */
export interface Task {
  readonly name: string;
  readonly path: string | null;
  /** Size of the source: the largest documents are begun first, so that none is left running alone at the end. */
  readonly bytes: number;
  readonly job: Job | SamutError;
}

/** Who wants to know how a run goes. */
export interface BatchListener {
  /** Pages that a document has done so far, of those that it has. */
  page(task: Task, pages: number, ofSource: number): void;
  done(outcome: Outcome): void;
}

/** How a run is to be done. */
export interface BatchOptions {
  /** Documents at a time. */
  readonly workers: number;
  readonly limits: Limits;
  /** Ends the run early; documents that are not done are then left out of the outcomes. */
  readonly signal: AbortSignal;
  readonly listener: BatchListener;
}

/**
 * Takes documents the whole way, some at a time, each in a process of its own. A document that fails
 * fails alone. Outcomes come in the order of the tasks, whichever was done first.
 */
export async function processAll(tasks: readonly Task[], options: BatchOptions): Promise<Outcome[]> {
  const { workers, limits, signal, listener } = options;
  const pool = new Pool(limits);
  const queue = queueOf(workers);
  const outcomes = new Map<Task, Outcome>();
  const stop = (): void => {
    queue.clear();
    void pool.close();
  };
  signal.addEventListener('abort', stop, { once: true });
  for (const task of tasks.toSorted((a, b) => b.bytes - a.bytes)) {
    queue.add(async () => {
      const outcome = await processOne(task, pool, listener);
      if (signal.aborted && outcome.failure !== null) return;
      outcomes.set(task, outcome);
      listener.done(outcome);
    });
  }
  await queue.idle();
  signal.removeEventListener('abort', stop);
  await pool.close();
  return tasks.flatMap((task) => outcomes.get(task) ?? []);
}

async function processOne(task: Task, pool: Pool, listener: BatchListener): Promise<Outcome> {
  const { name, path, job } = task;
  const begin = performance.now();
  const outcome = (result: JobResult | null, failure: Failure | null): Outcome => ({
    name,
    path,
    seconds: (performance.now() - begin) / 1000,
    result,
    failure,
  });
  try {
    if (job instanceof SamutError) throw job;
    return outcome(await pool.run(job, (pages, ofSource) => listener.page(task, pages, ofSource)), null);
  } catch (error) {
    const code = error instanceof SamutError ? error.code : 'internal';
    return outcome(null, { code, message: failureMessage(error) });
  }
}
