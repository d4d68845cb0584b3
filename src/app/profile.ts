import { type Flow, withPages } from '../document/flow.ts';
import { stages } from '../pipeline.ts';

/** What a stage used: its own time, without that of the stages before it, and the memory seen meanwhile. */
export interface StageUse {
  readonly stage: string;
  readonly seconds: number;
  /** Peak resident memory of the whole process while the stage worked, in bytes. */
  readonly peakBytes: number;
}

interface Clock {
  /** Seconds before the first page was asked for. */
  opening: number;
  /** Seconds in which a page was waited for, with those of the stages before. */
  pages: number;
  peakBytes: number;
}

/** The stages of the pipeline, each under a stopwatch, and what the stopwatches show. */
export interface Watched {
  readonly stages: typeof stages;
  uses(): StageUse[];
}

/**
 * Puts a stopwatch on every stage. Pages are pulled through the stages, so that the time in a stage
 * includes the time in those before it: the difference is its own.
 */
export function watch(): Watched {
  const clocks = { extract: start(), repair: start(), segment: start(), tag: start(), write: start() };
  return {
    stages: {
      extract: async (...args) =>
        timed(await during(clocks.extract, 'opening', () => stages.extract(...args)), clocks.extract),
      repair: (...args) => timed(stages.repair(...args), clocks.repair),
      segment: (...args) => timed(stages.segment(...args), clocks.segment),
      tag: (...args) => timed(stages.tag(...args), clocks.tag),
      write: (...args) => during(clocks.write, 'pages', () => stages.write(...args)),
    },
    uses: () => ownUses(clocks),
  };
}

function start(): Clock {
  return { opening: 0, pages: 0, peakBytes: 0 };
}

function timed<Page>(flow: Flow<Page>, clock: Clock): Flow<Page> {
  return withPages(flow, timedPages(flow.pages, clock));
}

async function* timedPages<Page>(pages: AsyncIterable<Page>, clock: Clock): AsyncGenerator<Page> {
  const iterator = pages[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await during(clock, 'pages', () => iterator.next());
      if (next.done) return;
      yield next.value;
    }
  } finally {
    await iterator.return?.();
  }
}

async function during<Value>(
  clock: Clock,
  phase: 'opening' | 'pages',
  work: () => Promise<Value>,
): Promise<Value> {
  const begin = performance.now();
  try {
    return await work();
  } finally {
    clock[phase] += (performance.now() - begin) / 1000;
    clock.peakBytes = Math.max(clock.peakBytes, process.memoryUsage.rss());
  }
}

function ownUses(clocks: Readonly<Record<string, Clock>>): StageUse[] {
  let before = 0;
  return Object.entries(clocks).map(([stage, { opening, pages, peakBytes }]) => {
    const seconds = opening + Math.max(0, pages - before);
    before = pages;
    return { stage, seconds, peakBytes };
  });
}
