import { Child, type Limits } from './child.ts';
import type { Job, JobResult } from './job.ts';

/** Documents that a process reads before a fresh one takes its place, in case something leaks. */
const jobsPerChild = 200;

/** Warm processes, as many as there are jobs at a time; a process that dies is replaced. */
export class Pool {
  readonly #limits: Limits;
  readonly #worker: URL | undefined;
  readonly #idle: Child[] = [];
  readonly #all = new Set<Child>();
  readonly #jobs = new Map<Child, number>();

  /** @param worker - the module that the processes run; another than the real one in tests */
  constructor(limits: Limits, worker?: URL) {
    this.#limits = limits;
    this.#worker = worker;
  }

  /** Runs a job in an idle process, or in a new one. Throws as {@link Child.run} does. */
  async run(job: Job, onPage: (pages: number, ofSource: number) => void): Promise<JobResult> {
    const child = this.#idle.pop() ?? this.#spawn();
    try {
      return await child.run(job, this.#limits, onPage);
    } finally {
      await this.#takeBack(child);
    }
  }

  /** Ends all processes: those that work at once, those that wait in their own time. */
  async close(): Promise<void> {
    const idle = new Set(this.#idle.splice(0));
    await Promise.all([...this.#all].map((child) => (idle.has(child) ? child.retire() : child.kill())));
    this.#all.clear();
  }

  #spawn(): Child {
    const child = new Child(this.#limits, this.#worker);
    this.#all.add(child);
    return child;
  }

  async #takeBack(child: Child): Promise<void> {
    const jobs = (this.#jobs.get(child) ?? 0) + 1;
    this.#jobs.set(child, jobs);
    if (child.alive && jobs < jobsPerChild) this.#idle.push(child);
    else await this.#retire(child);
  }

  async #retire(child: Child): Promise<void> {
    this.#all.delete(child);
    this.#jobs.delete(child);
    await child.retire();
  }
}
