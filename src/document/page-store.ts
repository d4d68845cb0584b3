import { randomBytes } from 'node:crypto';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { SamutError } from './error.ts';
import { MemoryWeigher } from './memory-weigher.ts';

/** How much a {@link PageStore} keeps in memory, and where it puts the rest. */
export interface PageStoreOptions {
  /** Bytes of pages kept in memory before the store spills to a file; 64 MB when absent. */
  readonly memoryBytes?: number;
  /** The folder of the temporary file; the system's when absent. */
  readonly folder?: string;
}

const DEFAULT_MEMORY_BYTES = 64 * 1024 * 1024;

/**
 * The pages of a document between two passes over them, in bounded memory: the first ones stay in
 * memory, the others go to a temporary file that is gone when the store is closed (or the process
 * dies). Pages must be plain data that the structured clone algorithm copies; a page is given back
 * equal, not identical. Iterate as often as needed, also while others iterate.
 *
 * @example
 * const store = new PageStore<ExtractedPage>();
 * try {
 *   for await (const page of pages) await store.append(page);
 *   for await (const page of store) learn(page);
 * } finally {
 *   await store.close();
 * }
 */
export class PageStore<Page> implements AsyncIterable<Page> {
  readonly #budget: number;
  readonly #folder: string;
  readonly #weigher = new MemoryWeigher();
  #kept: Page[] = [];
  #weight = 0;
  /** End offset in the file of each spilled page. */
  #ends: number[] = [];
  #file: FileHandle | null = null;
  #closed = false;

  constructor(options: PageStoreOptions = {}) {
    this.#budget = options.memoryBytes ?? DEFAULT_MEMORY_BYTES;
    this.#folder = options.folder ?? tmpdir();
  }

  /** How many pages the store holds. */
  get size(): number {
    return this.#kept.length + this.#ends.length;
  }

  /** How many of them are in the file. */
  get spilled(): number {
    return this.#ends.length;
  }

  /**
   * Adds a page at the end; await it before the next one.
   *
   * @throws SamutError `disk-full` when the temporary file cannot grow.
   */
  async append(page: Page): Promise<void> {
    this.#assertOpen();
    if (this.#file === null) {
      const weight = this.#weight + this.#weigher.weigh(page);
      if (weight <= this.#budget) {
        this.#weight = weight;
        this.#kept.push(page);
        return;
      }
    }
    await this.#spill(page);
  }

  /** The pages in the order in which they were added. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Page, void, undefined> {
    for (const page of this.#kept) {
      this.#assertOpen();
      yield page;
    }
    for (let index = 0; index < this.#ends.length; index++) yield await this.#read(index);
  }

  /** Lets go of the pages and the file; calling it again does nothing. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#kept = [];
    this.#ends = [];
    const file = this.#file;
    this.#file = null;
    await file?.close();
  }

  #assertOpen(): void {
    if (this.#closed) throw new RangeError('the page store is closed: read its pages before close()');
  }

  async #spill(page: Page): Promise<void> {
    const bytes = serialize(page);
    const start = this.#ends.at(-1) ?? 0;
    try {
      this.#file ??= await openUnnamed(this.#folder);
      let written = 0;
      while (written < bytes.length) {
        const rest = bytes.length - written;
        written += (await this.#file.write(bytes, written, rest, start + written)).bytesWritten;
      }
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new SamutError(
        'disk-full',
        `cannot write pages to the temporary folder (${why}): free some space or set TMPDIR to another folder.`,
        { cause },
      );
    }
    this.#ends.push(start + bytes.length);
  }

  async #read(index: number): Promise<Page> {
    this.#assertOpen();
    const start = index === 0 ? 0 : (this.#ends[index - 1] ?? 0);
    const bytes = Buffer.allocUnsafeSlow((this.#ends[index] ?? 0) - start);
    let read = 0;
    while (read < bytes.length) {
      const part = await this.#file?.read(bytes, read, bytes.length - read, start + read);
      if (part === undefined || part.bytesRead === 0) {
        throw new SamutError('internal', 'the temporary file of pages ended early: was the store closed?');
      }
      read += part.bytesRead;
    }
    return deserialize(bytes) as Page;
  }
}

/** A file without a name: unlinked while open, so that nothing stays behind whatever happens. */
async function openUnnamed(folder: string): Promise<FileHandle> {
  const path = join(folder, `samut-pages-${randomBytes(8).toString('hex')}`);
  const file = await open(path, 'wx+', 0o600);
  await unlink(path);
  return file;
}
