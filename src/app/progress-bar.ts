import { Presets, SingleBar } from 'cli-progress';
import type { Outcome } from './batch.ts';
import { lines, type Progress, Share } from './progress.ts';
import { printable } from './terminal.ts';

/** Of more documents than this, only the failures are listed when the bar ends. */
const listed = 10;

/** A bar on a terminal; failures, and what became of a few documents, are told when it ends. The only file that knows cli-progress. */
export function bar(tasks: number): Progress {
  const format = '{bar} {percentage}% | {done}/{total} documents | {pages} pages | {name}';
  const view = new SingleBar({ format, hideCursor: true, stream: process.stderr }, Presets.rect);
  const share = new Share();
  const outcomes: Outcome[] = [];
  const show = (name: string): void => {
    view.update(share.documents, { done: share.done, pages: share.pages, name: printable(name) });
  };
  view.start(tasks, 0, { done: 0, pages: 0, name: '' });
  return {
    page(task, pages, ofSource) {
      share.page(task, pages, ofSource);
      show(task.name);
    },
    done(outcome) {
      share.finish(outcome);
      outcomes.push(outcome);
      show(outcome.name);
    },
    end() {
      view.stop();
      const after = lines(tasks);
      const few = tasks <= listed;
      for (const outcome of outcomes) if (few || outcome.failure !== null) after.done(outcome);
    },
  };
}
