// Stands in for the real worker: the name of a job says what it does to its process.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

process.on('SIGINT', () => {});
process.on('disconnect', () => process.exit(1));
process.on('unhandledRejection', () => {});

const deeds = {
  fine: () => ({ kind: 'done', result: { name: 'fine', pid: process.pid } }),
  refuses: () => ({ kind: 'failed', code: 'corrupt', message: 'refuses is corrupt.' }),
  loops: () => {
    for (;;);
  },
  exits: () => process.exit(7),
  aborts: () => process.abort(),
  killed: () => process.kill(process.pid, 'SIGKILL'),
  throws: () => setTimeout(() => JSON.parse('{'), 0) && undefined,
  leaks: () => {
    Promise.reject(new Error('leaked'));
    return { kind: 'done', result: { name: 'leaks', pid: process.pid } };
  },
  fills: () => {
    const held = [];
    for (;;) held.push(Buffer.alloc(16e6, 1));
  },
  heap: () => {
    const held = [];
    for (;;) held.push(new Array(1e5).fill({}));
  },
  chatters: () => {
    for (let i = 0; i < 1000; i += 1) console.error('x'.repeat(1000));
    return { kind: 'done', result: { name: 'chatters', pid: process.pid } };
  },
  environment: () => ({ kind: 'done', result: { env: Object.keys(process.env).sort() } }),
  evaluates: () => {
    try {
      return { kind: 'done', result: { value: new Function('return 1')() } };
    } catch (error) {
      return { kind: 'done', result: { refused: error.name } };
    }
  },
};

process.on('message', (job) => {
  const { folder, name } = job.output;
  writeFileSync(join(folder, `.${name}.json.${process.pid}.tmp`), 'half a fi');
  const report = deeds[job.name]();
  if (report !== undefined) process.send(report);
});
