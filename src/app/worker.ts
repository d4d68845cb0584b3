import { enableCompileCache } from 'node:module';
import { SamutError } from '../document/error.ts';
import { removeTemporaries } from '../write/atomic-file.ts';
import type { Job, JobResult, Report } from './job.ts';
import { readSource } from './read-source.ts';

/*
 * The process in which documents are read: see `child.ts`. It takes one job at a time and answers with
 * what came of it; the pages themselves never leave it but through the files that it writes.
 */

/** The folder into which the job of the moment writes. */
let writing: string | null = null;

// An interrupt at the terminal reaches every process; the parent decides what it means.
process.on('SIGINT', () => {});
// The parent is gone or done: nobody wants what is half written.
process.on('disconnect', () => {
  const leave = (): never => process.exit();
  if (writing === null) leave();
  else removeTemporaries(writing, process.pid).then(leave, leave);
});
// PDF.js leaks rejections after a document has been closed; they say nothing about the next one.
process.on('unhandledRejection', () => {});
process.on('message', (job: Job) => {
  writing = job.output.folder;
  perform(job)
    .then<Report, Report>(
      (result) => ({ kind: 'done', result }),
      (error: unknown) => ({ kind: 'failed', ...failureOf(job, error) }),
    )
    .then((report) => {
      writing = null;
      process.send?.(report);
    });
});

// Without it PDF.js inflates streams by itself: 5 to 10 % less CPU, and Node's fetch is never loaded.
Object.defineProperty(globalThis, 'DecompressionStream', { value: undefined });

enableCompileCache();
const pipeline = import('../pipeline.ts');

async function perform(job: Job): Promise<JobResult> {
  const { name, options } = job;
  const { annotate, recorded, run } = await pipeline;
  const bytes = typeof job.source === 'string' ? await readSource(job.source) : job.source;
  const output = { ...job.output, onPage: reportPages() };
  if (!job.profile) return run({ name, bytes }, options, output);
  const { watch } = await import('./profile.ts');
  const { stages, uses } = watch();
  const flow = await annotate({ name, bytes }, options, stages);
  const result = await stages.write(flow, recorded(options, output));
  return { ...result, profile: uses() };
}

/** Tells the parent of pages, ten times a second at most. */
function reportPages(): (pages: number, ofSource: number) => void {
  let last = 0;
  return (pages, ofSource) => {
    const now = performance.now();
    if (now - last < 100) return;
    last = now;
    const report: Report = { kind: 'page', pages, ofSource };
    process.send?.(report);
  };
}

function failureOf(job: Job, error: unknown): { code: SamutError['code']; message: string } {
  if (error instanceof SamutError) return { code: error.code, message: error.message };
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { code: 'internal', message: `${job.name} met a bug of samut (${detail}). Please report it.` };
}
