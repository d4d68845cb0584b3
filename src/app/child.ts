import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { SamutError } from '../document/error.ts';
import { removeTemporaries } from '../write/atomic-file.ts';
import type { Job, JobResult, Report } from './job.ts';

/** What a document may use. */
export interface Limits {
  readonly seconds: number;
  readonly megabytes: number;
}

/** Milliseconds between two looks at the memory of a child. */
const watchInterval = 200;

/** Milliseconds that a process may take to end by itself. */
const retirement = 2000;

/** How much of what a dying child says is kept, in UTF-16 units. */
const lastWordsLength = 4096;

/**
 * A process that takes documents the whole way, one at a time, and stays warm between them. What a
 * hostile document does (loop, fill the memory, crash) it does to this process alone.
 */
export class Child {
  readonly #process: ChildProcess;
  readonly #ended: Promise<string>;
  #lastWords = '';

  /** @param worker - the module that the process runs; another than the real one in tests */
  constructor(limits: Limits, worker = new URL(`./worker${extname(import.meta.url)}`, import.meta.url)) {
    this.#process = fork(worker, {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: environment(),
      execArgv: [
        '--disallow-code-generation-from-strings',
        // One thread a document: helper threads of the collector cost 10 % more CPU than they save.
        '--single-threaded-gc',
        `--max-old-space-size=${limits.megabytes}`,
      ],
    });
    this.#process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#lastWords = (this.#lastWords + text).slice(-lastWordsLength);
    });
    this.#ended = this.#end();
  }

  get alive(): boolean {
    return this.#process.connected && this.#process.exitCode === null && this.#process.signalCode === null;
  }

  /**
   * @throws SamutError with the reason that the job gave, or `crashed` when the process died over it or
   *   went over a limit; the process is of no more use then.
   */
  async run(job: Job, limits: Limits, onPage: (pages: number, ofSource: number) => void): Promise<JobResult> {
    const guard = this.#guard(limits);
    const { promise: report, resolve } = Promise.withResolvers<Exclude<Report, { kind: 'page' }>>();
    const listen = (message: Report): void => {
      if (message.kind === 'page') onPage(message.pages, message.ofSource);
      else resolve(message);
    };
    this.#process.on('message', listen);
    try {
      // A process that dies before it takes the job is reported by `#ended`.
      this.#process.send(job, () => {});
      const outcome = await Promise.race([report, this.#ended]);
      if (typeof outcome === 'string') {
        await this.#clean(job);
        throw new SamutError('crashed', `${job.name} ${guard.reason() ?? this.#reason(outcome, limits)}`);
      }
      if (outcome.kind === 'failed') throw new SamutError(outcome.code, outcome.message);
      return outcome.result;
    } finally {
      guard.stop();
      this.#process.off('message', listen);
    }
  }

  /** Ends the process at once and waits until it is gone. */
  async kill(): Promise<void> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) this.#process.kill('SIGKILL');
    await this.#ended;
  }

  /** Lets a process that has no job end by itself, which keeps what it compiled for the next run; or ends it. */
  async retire(): Promise<void> {
    if (!this.alive) return this.kill();
    this.#process.disconnect();
    const patience = setTimeout(() => void this.kill(), retirement);
    await this.#ended;
    clearTimeout(patience);
  }

  /** How the process ended, once all that it said has been read. */
  async #end(): Promise<string> {
    const { stderr } = this.#process;
    // Not `close` of the process: it does not come when the channel was closed from this side.
    const [[code, signal]] = await Promise.all([
      once(this.#process, 'exit'),
      stderr && once(stderr, 'close'),
    ]);
    return String(signal ?? `exit code ${code}`);
  }

  /** Watches time and memory while a job runs, and ends the process that goes over. */
  #guard(limits: Limits): { reason(): string | null; stop(): void } {
    let reason: string | null = null;
    const end = (why: string): void => {
      reason ??= why;
      this.#process.kill('SIGKILL');
    };
    const deadline = setTimeout(
      () => end(`took longer than ${limits.seconds} s and was given up (--timeout allows more).`),
      limits.seconds * 1000,
    );
    const watchdog = setInterval(() => {
      if (residentMegabytes(this.#process.pid) > limits.megabytes) {
        end(tooMuchMemory(limits));
      }
    }, watchInterval);
    return {
      reason: () => reason,
      stop: () => {
        clearTimeout(deadline);
        clearInterval(watchdog);
      },
    };
  }

  #reason(ending: string, limits: Limits): string {
    return /heap out of memory|Reached heap limit/.test(this.#lastWords)
      ? tooMuchMemory(limits)
      : `broke the process that read it (${ending}); the other documents are not affected. Please report it.`;
  }

  async #clean(job: Job): Promise<void> {
    if (this.#process.pid !== undefined) await removeTemporaries(job.output.folder, this.#process.pid);
  }
}

function tooMuchMemory({ megabytes }: Limits): string {
  return `needed more than ${megabytes} MB of memory and was given up (--max-memory allows more).`;
}

/** Nothing of the user's environment reaches the process that reads documents, but where temporary files go. */
function environment(): NodeJS.ProcessEnv {
  const { TMPDIR, NODE_COMPILE_CACHE, NODE_DISABLE_COMPILE_CACHE } = process.env;
  return Object.fromEntries(
    Object.entries({ TZ: 'UTC', TMPDIR, NODE_COMPILE_CACHE, NODE_DISABLE_COMPILE_CACHE }).filter(
      ([, value]) => value !== undefined,
    ),
  );
}

/** Resident memory of a process where the system tells it (Linux), else 0: its heap limit holds then. */
function residentMegabytes(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
