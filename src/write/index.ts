import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Flow } from '../document/flow.ts';
import { Gatherer } from '../document/gather.ts';
import type { TaggedPage } from '../document/page.ts';
import { AtomicFile } from './atomic-file.ts';
import { csv } from './csv.ts';
import { safeName } from './file-name.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { jsonl } from './jsonl.ts';
import { markdown } from './markdown.ts';
import { outputError } from './output-error.ts';
import { provenance, type ShapingOptions } from './provenance.ts';
import { Counter, type Tally } from './tally.ts';
import { text } from './text.ts';
import type { Writer } from './writer.ts';

export { safeName } from './file-name.ts';
export type { BeforeAfter } from './repaired-line.ts';
export type { Tally } from './tally.ts';

/** The formats by name: each takes pages as they come and gives the pieces of one file. */
export const writers = {
  json, // the whole document, with its schema
  jsonl, // a page a line
  text, // the repaired text alone
  md: markdown, // headings, lists and tables as Markdown
  html, // the same as HTML
  csv, // the tables alone
} as const satisfies Record<string, Writer>;

/** The name of a format. */
export type Format = keyof typeof writers;

/** Where a document goes, and in which formats. */
export interface WriteOptions {
  /** The folder; it is made where it is missing. */
  readonly folder: string;
  /** `['json']` when absent. */
  readonly formats?: readonly Format[];
  /** Name of the files without extension; made from the name of the source when absent. */
  readonly name?: string;
  /** The options that the document records. */
  readonly options?: ShapingOptions;
  /** Versions of parts that are not packages, which the document records. */
  readonly engines?: Readonly<Record<string, string>>;
  /** Called after each page with the number of pages written so far. */
  readonly onPage?: (pages: number, ofSource: number) => void;
}

/** What was written. */
export interface WriteResult {
  readonly name: string;
  readonly sha256: string;
  readonly pageCount: number;
  /** Paths of the files, in the order of the formats. */
  readonly files: readonly string[];
  readonly tally: Tally;
}

/** A format on its way into a file. */
interface Output {
  readonly writer: Writer;
  readonly file: AtomicFile;
}

/**
 * Writes a document as its pages come, so that memory stays flat however long it is. A reader of the
 * folder sees each file whole or not at all; nothing is left behind when anything fails.
 *
 * @throws SamutError `output-not-writable`, `disk-full`, and whatever the flow throws.
 */
export async function write(flow: Flow<TaggedPage>, options: WriteOptions): Promise<WriteResult> {
  const outputs: Output[] = [];
  try {
    await openOutputs(flow, options, outputs);
    const tally = await writePages(flow, outputs, options);
    for (const { file } of outputs) await file.finish();
    for (const { file } of outputs) await file.publish();
    const { name, sha256, pageCount } = flow.source;
    return { name, sha256, pageCount, files: outputs.map(({ file }) => file.path), tally };
  } catch (error) {
    for (const { file } of outputs) await file.discard();
    throw error;
  }
}

async function openOutputs(flow: Flow<TaggedPage>, options: WriteOptions, outputs: Output[]): Promise<void> {
  const { folder, formats = ['json'], name = safeName(flow.source.name) } = options;
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw outputError(error, folder);
  }
  for (const format of formats) {
    const writer = writers[format];
    outputs.push({ writer, file: await AtomicFile.create(join(folder, name + writer.extension)) });
  }
}

async function writePages(
  flow: Flow<TaggedPage>,
  outputs: readonly Output[],
  { options = {}, engines = {}, onPage }: WriteOptions,
): Promise<Tally> {
  const head = { source: flow.source, provenance: provenance(options, engines) };
  const gatherer = new Gatherer();
  const counter = new Counter();
  let index = 0;
  for (const { writer, file } of outputs) await file.put(writer.head(head));
  for await (const page of flow.pages) {
    for (const { writer, file } of outputs) await file.put(writer.page(page, index, head));
    gatherer.add(page);
    counter.add(page);
    index += 1;
    onPage?.(index, flow.source.pageCount);
  }
  counter.addDiagnostics(flow.diagnostics);
  const foot = { ...gatherer.gathered(), diagnostics: flow.diagnostics };
  for (const { writer, file } of outputs) await file.put(writer.foot(foot));
  return counter.tally();
}
