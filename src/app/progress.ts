import type { BatchListener, Outcome, Task } from './batch.ts';
import { complainOf, say } from './terminal.ts';

/** Shows how a run goes, on standard error. */
export interface Progress extends BatchListener {
  /** Takes down what is not to stay on the screen. */
  end(): void;
}

/** A line for each document that is done. */
export function lines(tasks: number): Progress {
  let done = 0;
  return {
    page: () => {},
    done(outcome) {
      done += 1;
      if (outcome.failure === null) say(`[${done}/${tasks}] ${outcomeLine(outcome)}`);
      else tellFailure(outcome);
    },
    end: () => {},
  };
}

/** Nothing but the failures. */
export function failuresOnly(): Progress {
  return { page: () => {}, done: tellFailure, end: () => {} };
}

/** How much of the run is done, as a number of documents, counting parts of those that are on the way. */
export class Share {
  readonly #parts = new Map<Task, number>();
  #done = 0;
  #pages = 0;

  page(task: Task, pages: number, ofSource: number): void {
    this.#parts.set(task, pages / Math.max(pages, ofSource, 1));
  }

  finish(outcome: Outcome): void {
    this.#done += 1;
    this.#pages += outcome.result?.tally.pages ?? 0;
    for (const task of this.#parts.keys()) {
      if (task.path === outcome.path) this.#parts.delete(task);
    }
  }

  get documents(): number {
    let parts = 0;
    for (const part of this.#parts.values()) parts += part;
    return this.#done + parts;
  }

  get done(): number {
    return this.#done;
  }

  get pages(): number {
    return this.#pages;
  }
}

/** What was done to a document, in a line. */
export function outcomeLine({ name, result }: Outcome): string {
  const repairs = Object.values(result?.tally.repairs ?? {}).reduce((sum, count) => sum + count, 0);
  return `${name}: ${count(result?.tally.pages ?? 0, 'page')}, ${count(repairs, 'repair')} -> ${result?.files.join(', ')}`;
}

/** A number with its noun. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function tellFailure({ failure }: Outcome): void {
  if (failure !== null) complainOf(failure.message);
}
