import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SamutError } from '../../src/document/error.ts';
import { PageStore } from '../../src/document/page-store.ts';

interface ToyPage {
  readonly number: number;
  readonly text: string;
  readonly glyphs: Uint32Array | null;
  readonly fonts: ReadonlyMap<number, { readonly count: number }>;
}

const fonts = new Map([[3, { count: 12 }]]);
const page = (number: number, size = 10): ToyPage => ({
  number,
  text: 'น้ำ'.repeat(size),
  glyphs: number % 2 === 0 ? new Uint32Array(size).fill(number) : null,
  fonts,
});

async function drain<Page>(pages: AsyncIterable<Page>): Promise<Page[]> {
  const all: Page[] = [];
  for await (const each of pages) all.push(each);
  return all;
}

describe('PageStore', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'samut-test-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('keeps few pages in memory, as they are', async () => {
    const store = new PageStore<ToyPage>({ folder });
    const pages = [page(1), page(2)];
    for (const each of pages) await store.append(each);
    expect(store.spilled).toBe(0);
    expect((await drain(store))[1]).toBe(pages[1]);
    await store.close();
  });

  it('spills what does not fit, and gives it back equal and in order, as often as asked', async () => {
    const store = new PageStore<ToyPage>({ folder, memoryBytes: 2000 });
    const pages = Array.from({ length: 20 }, (_, index) => page(index, 30));
    for (const each of pages) await store.append(each);
    expect(store.size).toBe(20);
    expect(store.spilled).toBeGreaterThan(10);
    expect(await drain(store)).toEqual(pages);
    expect(await drain(store)).toEqual(pages);
    await store.close();
  });

  it('leaves no file behind, even while it is open', async () => {
    const store = new PageStore<ToyPage>({ folder, memoryBytes: 0 });
    await store.append(page(1));
    expect(await readdir(folder)).toEqual([]);
    await store.close();
    await store.close();
  });

  it('lets two readers interleave', async () => {
    const store = new PageStore<ToyPage>({ folder, memoryBytes: 300 });
    for (let index = 0; index < 6; index++) await store.append(page(index));
    const first = store[Symbol.asyncIterator]();
    await first.next();
    expect(await drain(store)).toHaveLength(6);
    expect((await first.next()).value?.number).toBe(1);
    await store.close();
  });

  it('counts what pages share only once', async () => {
    const shared = new Map(Array.from({ length: 500 }, (_, code) => [code, { count: 1 }]));
    const store = new PageStore<ToyPage>({ folder, memoryBytes: 100_000 });
    for (let index = 0; index < 50; index++) await store.append({ ...page(index), fonts: shared });
    expect(store.spilled).toBe(0);
    await store.close();
  });

  it('says what to do when the temporary folder cannot be written', async () => {
    const store = new PageStore<ToyPage>({ folder: join(folder, 'missing'), memoryBytes: 0 });
    await expect(store.append(page(1))).rejects.toThrow(SamutError);
    await expect(store.append(page(1))).rejects.toThrow(/TMPDIR/);
  });

  it('refuses to be read after close', async () => {
    const store = new PageStore<ToyPage>({ folder });
    await store.append(page(1));
    await store.close();
    await expect(store.append(page(2))).rejects.toThrow(/closed/);
    expect(await drain(store)).toEqual([]);
  });

  it('gives back any plain pages at any budget', async () => {
    const plain = fc.record({
      text: fc.string({ unit: 'binary' }),
      numbers: fc.array(fc.double({ noNaN: true })),
      bytes: fc.uint8Array(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(plain), fc.nat(2000), async (pages, memoryBytes) => {
        const store = new PageStore<(typeof pages)[number]>({ folder, memoryBytes });
        for (const each of pages) await store.append(each);
        expect(await drain(store)).toEqual(pages);
        await store.close();
      }),
      { numRuns: 50 },
    );
  });
});
