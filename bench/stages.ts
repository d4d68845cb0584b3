import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Flow } from '../src/document/flow.ts';
import { annotate, stages } from '../src/pipeline.ts';
import { printTable } from './measure.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const long = path.join(root, '../shared/pdfs/sarabun-regulation.pdf');
const shipped = path.join(root, 'fixtures/kpiebook62002/samut-book.pdf');

/** Time that each stage takes of its own, and when each page came out of the last. */
class Watch {
  readonly seconds = new Map<string, number>();
  readonly pageTimes: number[] = [];

  /** The same flow, with the time spent waiting for its pages counted. */
  over<Page>(name: string, flow: Flow<Page>): Flow<Page> {
    const { seconds } = this;
    const pages = async function* (): AsyncGenerator<Page> {
      const source = flow.pages[Symbol.asyncIterator]();
      for (;;) {
        const started = performance.now();
        const { done, value } = await source.next();
        seconds.set(name, (seconds.get(name) ?? 0) + (performance.now() - started) / 1000);
        if (done) return;
        yield value;
      }
    };
    return { ...flow, pages: pages() };
  }
}

/** Runs a document through the stages and prints the time, speed and memory of each. */
export async function benchStages(): Promise<void> {
  const file = existsSync(long) ? long : shipped;
  if (file === shipped)
    console.log('  (../shared/pdfs is missing: the shipped book stands in for a long one)');
  const bytes = readFileSync(file);
  const watch = new Watch();
  const timed = {
    ...stages,
    extract: async (...args: Parameters<typeof stages.extract>) =>
      watch.over('extract', await stages.extract(...args)),
    repair: (...args: Parameters<typeof stages.repair>) => watch.over('repair', stages.repair(...args)),
    segment: (...args: Parameters<typeof stages.segment>) => watch.over('segment', stages.segment(...args)),
    tag: (...args: Parameters<typeof stages.tag>) => watch.over('tag', stages.tag(...args)),
  };
  const flow = await annotate({ name: path.basename(file), bytes }, {}, timed);
  let pages = 0;
  for await (const _page of flow.pages) pages++;
  let upstream = 0;
  const rows = [['stage', 'seconds', 'pages/s', 'MB/s']];
  for (const name of ['extract', 'repair', 'segment', 'tag']) {
    const all = watch.seconds.get(name) ?? 0;
    const own = all - upstream;
    upstream = all;
    rows.push([name, own.toFixed(2), (pages / own).toFixed(0), (bytes.length / 1e6 / own).toFixed(2)]);
  }
  rows.push([
    'all',
    upstream.toFixed(2),
    (pages / upstream).toFixed(0),
    (bytes.length / 1e6 / upstream).toFixed(2),
  ]);
  printTable(rows);
  const peak = process.resourceUsage().maxRSS / 1024;
  console.log(`  ${path.basename(file)}: ${pages} pages, peak memory of this process ${peak.toFixed(0)} MB`);
  await benchHalves(bytes, path.basename(file));
}

/** The second half of a long book must be no slower than the first. */
async function benchHalves(bytes: Uint8Array, name: string): Promise<void> {
  const flow = await stages.extract({ name, bytes }, {});
  const half = Math.floor(flow.source.pageCount / 2);
  const times: number[] = [];
  for (const [first, last] of [
    [1, half],
    [half + 1, 2 * half],
  ] as const) {
    const started = process.cpuUsage();
    const part = await annotate({ name, bytes }, { pages: [[first, last]] });
    for await (const _page of part.pages) {
      // drained for its cost
    }
    const { user, system } = process.cpuUsage(started);
    times.push((user + system) / 1e6);
  }
  const [one = 0, two = 0] = times;
  console.log(
    `  pages 1-${half} ${one.toFixed(2)} s CPU, pages ${half + 1}-${2 * half} ${two.toFixed(2)} s CPU`,
  );
}
