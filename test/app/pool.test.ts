import { readdirSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import type { Job } from '../../src/app/job.ts';
import { Pool } from '../../src/app/pool.ts';
import { emptyFolder } from '../write/folder.ts';

const worker = new URL('./hostile-worker.mjs', import.meta.url);
const pools: Pool[] = [];

afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.close();
});

function poolOf(seconds = 20, megabytes = 400): Pool {
  const pool = new Pool({ seconds, megabytes }, worker);
  pools.push(pool);
  return pool;
}

function job(name: string, folder = emptyFolder()): Job {
  return { name, source: name, options: {}, output: { folder, name, formats: ['json'] }, profile: false };
}

const run = (pool: Pool, name: string, folder?: string) => pool.run(job(name, folder), () => {});

describe('a document that breaks its process', () => {
  test.each([
    ['exits', 'exits broke the process that read it (exit code 7)'],
    ['aborts', 'aborts broke the process that read it (SIGABRT)'],
    ['killed', 'killed broke the process that read it (SIGKILL)'],
    ['throws', 'throws broke the process that read it (exit code 1)'],
    ['heap', 'heap needed more than 200 MB of memory and was given up (--max-memory allows more).'],
  ])('%s: fails alone, with the reason', async (name, message) => {
    const pool = poolOf(20, 200);
    const folder = emptyFolder();
    await expect(run(pool, name, folder)).rejects.toMatchObject({
      name: 'SamutError',
      code: 'crashed',
      message: expect.stringContaining(message),
    });
    expect(readdirSync(folder)).toEqual([]);
    expect(await run(pool, 'fine')).toMatchObject({ name: 'fine' });
  });

  test('loops: is given up when its time is over', async () => {
    const folder = emptyFolder();
    await expect(run(poolOf(1), 'loops', folder)).rejects.toMatchObject({
      code: 'crashed',
      message: 'loops took longer than 1 s and was given up (--timeout allows more).',
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  test.skipIf(process.platform !== 'linux')('fills the memory outside the heap: is given up', async () => {
    await expect(run(poolOf(60, 300), 'fills')).rejects.toMatchObject({
      code: 'crashed',
      message: 'fills needed more than 300 MB of memory and was given up (--max-memory allows more).',
    });
  });
});

test('a process stays warm from one document to the next, also after a failure that it told of', async () => {
  const pool = poolOf();
  const first = await run(pool, 'fine');
  await expect(run(pool, 'refuses')).rejects.toMatchObject({
    code: 'corrupt',
    message: 'refuses is corrupt.',
  });
  await run(pool, 'leaks');
  await run(pool, 'chatters');
  expect(await run(pool, 'fine')).toEqual(first);
});

test('documents at the same time have processes of their own', async () => {
  const pool = poolOf();
  const [a, b] = await Promise.all([run(pool, 'fine'), run(pool, 'fine')]);
  expect(a).not.toEqual(b);
});

test('nothing of the environment reaches the process but where temporary files go', async () => {
  process.env['SAMUT_TEST_SECRET'] = 'hunter2';
  const result = (await run(poolOf(), 'environment')) as unknown as { env: string[] };
  delete process.env['SAMUT_TEST_SECRET'];
  expect(result.env).toContain('TZ');
  expect(result.env).not.toContain('SAMUT_TEST_SECRET');
  expect(result.env).not.toContain('HOME');
});

test('a document cannot make code out of text', async () => {
  expect(await run(poolOf(), 'evaluates')).toEqual({ refused: 'EvalError' });
});

test('closing ends what still runs', async () => {
  const pool = poolOf();
  const folder = emptyFolder();
  const running = run(pool, 'loops', folder);
  const failed = expect(running).rejects.toMatchObject({ code: 'crashed' });
  await new Promise((resolve) => setTimeout(resolve, 300));
  await pool.close();
  await failed;
  expect(readdirSync(folder)).toEqual([]);
});
