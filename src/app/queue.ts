import PQueue from 'p-queue';

/** Runs tasks in the order in which they were added, so many at a time. The only file that knows p-queue. */
export interface Queue {
  add(task: () => Promise<void>): void;
  /** Forgets the tasks that have not begun. */
  clear(): void;
  /** Resolves when nothing runs and nothing waits. */
  idle(): Promise<void>;
}

/** An empty queue. Its tasks must not reject: what fails is theirs to tell. */
export function queueOf(concurrency: number): Queue {
  const queue = new PQueue({ concurrency });
  return {
    add(task) {
      void queue.add(task);
    },
    clear: () => queue.clear(),
    idle: () => queue.onIdle(),
  };
}
