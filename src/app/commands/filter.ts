import { createInterface } from 'node:readline';
import { arrayBuffer } from 'node:stream/consumers';
import { SamutError } from '../../document/error.ts';
import type { TaggedPage } from '../../document/page.ts';
import { pageJson, termsJson } from '../../write/page-json.ts';
import { annotatedPages, annotatedText, type TextOptions } from '../annotated.ts';
import { annotationText } from '../annotation-text.ts';
import type { FilterOptions } from '../command.ts';
import { exitCode } from '../exit-code.ts';
import { print } from '../terminal.ts';

/**
 * Takes standard input through the pipeline as far as the filter goes, to standard output.
 *
 * @throws SamutError when the input is not what the filter takes.
 */
export async function filter(options: FilterOptions): Promise<number> {
  await (options.jsonl ? filterLines(options) : filterText(options));
  return exitCode.done;
}

async function filterText(options: FilterOptions): Promise<void> {
  const bytes = new Uint8Array(await arrayBuffer(process.stdin));
  if (bytes.length === 0) return;
  let base = 0;
  for await (const page of await annotatedPages(bytes, textOptions(options))) {
    if (base > 0 && writesText(options)) await print('\f');
    await print(annotationText(page, base, options));
    base += page.text.length + 1;
  }
}

async function filterLines(options: FilterOptions): Promise<void> {
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === '') continue;
    const { record, text } = parseRecord(line, number);
    const page = await annotatedText(text, textOptions(options));
    await print(`${JSON.stringify({ ...record, ...annotations(page, options) })}\n`);
  }
}

function parseRecord(line: string, number: number): { record: object; text: string } {
  let record: unknown;
  try {
    record = JSON.parse(line);
  } catch {
    record = null;
  }
  if (typeof record === 'object' && record !== null && 'text' in record && typeof record.text === 'string') {
    return { record, text: record.text };
  }
  throw new SamutError(
    'not-supported',
    `standard input, line ${number}: expected a JSON object with a "text".`,
  );
}

/** What a filter adds to the object of its line: its own results, and the repairs that moved its offsets. */
function annotations(page: TaggedPage, { stage }: FilterOptions): object {
  const { text, repairs, undecided, tokens, languages, entities, years } = pageJson(page);
  const repaired = { text, repairs, undecided };
  switch (stage) {
    case 'repair':
      return repaired;
    case 'segment':
      return { ...repaired, tokens };
    case 'tag':
      return { ...repaired, tokens, languages, entities, years, terms: termsJson(page) };
    case 'years':
      return { ...repaired, years };
  }
}

function textOptions({ stage, raw, joinLines, engine }: FilterOptions): TextOptions {
  return {
    name: 'stdin',
    ...(engine !== undefined && { engine }),
    repair: !raw,
    joinLines,
    segment: stage !== 'repair',
    tag: stage === 'tag' || stage === 'years',
  };
}

function writesText({ stage }: FilterOptions): boolean {
  return stage === 'repair' || stage === 'segment';
}
