import { mkdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { arrayBuffer } from 'node:stream/consumers';
import { SamutError } from '../document/error.ts';
import type { Format } from '../write/index.ts';
import { outputError } from '../write/output-error.ts';
import type { Task } from './batch.ts';
import type { ProcessOptions } from './command.ts';
import { findInputs, type Input, type MissingInput } from './inputs.ts';
import type { Job } from './job.ts';
import { outputNames } from './output-names.ts';

/** Endings of the files by format; the type holds the list to what `write` has without loading it. */
const extensions: Readonly<Record<Format, string>> = {
  json: '.json',
  jsonl: '.jsonl',
  text: '.txt',
  md: '.md',
  html: '.html',
  csv: '.csv',
};

/**
 * What a run is to do: each document with the name of what it becomes. Makes the output folder.
 *
 * @throws SamutError `output-not-writable` or `disk-full` when the folder cannot be made.
 */
export async function planRun(options: ProcessOptions): Promise<Task[]> {
  const found = await findInputs(options.inputs, options.name);
  const inputs = found.filter((input) => !isMissing(input));
  const names = await outputNames(inputs);
  const folder = await makeFolder(options.output);
  const sources = new Set(
    await Promise.all(inputs.map(({ path }) => (path === null ? '-' : realpath(path)))),
  );
  const jobOrError = async (input: Input): Promise<Job | SamutError> => {
    const name = names.get(input) ?? input.name;
    const files = options.formats.map((format) => name + extensions[format]);
    const clash = files.find((file) => sources.has(join(folder, file)));
    return clash === undefined ? jobOf(input, name, options) : overwrites(input, join(options.output, clash));
  };
  return Promise.all(
    found.map(async (input) => ({
      name: input.name,
      path: input.path,
      bytes: await sizeOf(input.path),
      job: isMissing(input) ? input.error : await jobOrError(input),
    })),
  );
}

async function jobOf(input: Input, name: string, options: ProcessOptions): Promise<Job> {
  const { pages, password, engine, output, formats, profile } = options;
  return {
    name: input.name,
    source: input.path ?? new Uint8Array(await arrayBuffer(process.stdin)),
    options: {
      ...(pages && { pages }),
      ...(password !== undefined && { password }),
      ...(engine !== undefined && { engine }),
    },
    output: { folder: output, name, formats },
    profile,
  };
}

/** Makes the folder and gives its real path. */
async function makeFolder(folder: string): Promise<string> {
  try {
    await mkdir(folder, { recursive: true });
    return await realpath(folder);
  } catch (error) {
    throw outputError(error, folder);
  }
}

function overwrites(input: Input, file: string): SamutError {
  const message = `${input.path ?? input.name} was not processed: ${file} is a source of this run and would be overwritten. Choose another folder with -o.`;
  return new SamutError('output-not-writable', message);
}

async function sizeOf(path: string | null): Promise<number> {
  if (path === null) return 0;
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}

function isMissing(input: Input | MissingInput): input is MissingInput {
  return 'error' in input;
}
