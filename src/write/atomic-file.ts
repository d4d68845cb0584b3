import { type FileHandle, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { outputError } from './output-error.ts';

/** Text is gathered up to this many UTF-16 units before it goes to the disk. */
const chunk = 1 << 18;

/** The name under which a process writes a file until it is whole; other processes take other names. */
export function temporaryName(path: string, pid: number): string {
  return join(dirname(path), `.${basename(path)}.${pid}.tmp`);
}

/**
 * A file that appears whole or not at all: written under a temporary name in the same folder,
 * flushed to the disk, then renamed. A symbolic link of the same name is replaced, never followed.
 */
export class AtomicFile {
  readonly path: string;
  readonly #temporary: string;
  readonly #handle: FileHandle;
  #pending: string[] = [];
  #length = 0;

  private constructor(path: string, temporary: string, handle: FileHandle) {
    this.path = path;
    this.#temporary = temporary;
    this.#handle = handle;
  }

  /** @throws SamutError `output-not-writable` or `disk-full`, as do the other methods. */
  static async create(path: string): Promise<AtomicFile> {
    const temporary = temporaryName(path, process.pid);
    try {
      // A file of that name can only be what a killed process of the same number left.
      await rm(temporary, { force: true });
      return new AtomicFile(path, temporary, await open(temporary, 'wx'));
    } catch (error) {
      throw outputError(error, path);
    }
  }

  async put(text: string): Promise<void> {
    this.#pending.push(text);
    this.#length += text.length;
    if (this.#length >= chunk) await this.#flush();
  }

  /** Makes the file whole on the disk; it still has its temporary name. */
  async finish(): Promise<void> {
    await this.#flush();
    try {
      await this.#handle.sync();
      await this.#handle.close();
    } catch (error) {
      throw outputError(error, this.path);
    }
  }

  /** Gives the finished file its name, in place of what had it before. */
  async publish(): Promise<void> {
    try {
      await rename(this.#temporary, this.path);
    } catch (error) {
      throw outputError(error, this.path);
    }
  }

  /** Leaves nothing behind. Does nothing to a file that has been published. */
  async discard(): Promise<void> {
    await this.#handle.close().catch(() => {});
    await rm(this.#temporary, { force: true });
  }

  async #flush(): Promise<void> {
    const text = this.#pending.join('');
    this.#pending = [];
    this.#length = 0;
    try {
      await this.#handle.writeFile(text);
    } catch (error) {
      throw outputError(error, this.path);
    }
  }
}

/** Removes what a process that was killed left in a folder. */
export async function removeTemporaries(folder: string, pid: number): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const left = names.filter((name) => name.startsWith('.') && name.endsWith(`.${pid}.tmp`));
  await Promise.all(left.map((name) => rm(join(folder, name), { force: true })));
}
