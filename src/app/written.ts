import { SamutError } from '../document/error.ts';
import { documentSchema, type PageJson, pageLineSchema } from '../document/schema.ts';
import { readSource } from './read-source.ts';

/** What is wrong with a written document, and where: a path of keys, or a page. */
export interface Fault {
  readonly where: string;
  readonly problem: string;
}

/** A document that samut wrote, read again and checked against its schema. */
export interface Written {
  readonly pages: readonly PageJson[];
  readonly faults: readonly Fault[];
}

/**
 * Reads a document that samut wrote: `.jsonl` as JSON Lines, anything else as JSON.
 *
 * @throws SamutError when the file cannot be read or is no JSON.
 */
export async function readWritten(path: string): Promise<Written> {
  const text = new TextDecoder().decode(await readSource(path));
  if (path.toLowerCase().endsWith('.jsonl')) return readLines(path, text);
  const parsed = documentSchema.safeParse(parseJson(path, text));
  return parsed.success
    ? { pages: parsed.data.pages, faults: [] }
    : { pages: [], faults: parsed.error.issues.map(fault) };
}

function readLines(path: string, text: string): Written {
  const pages: PageJson[] = [];
  const faults: Fault[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '') continue;
    const parsed = pageLineSchema.safeParse(parseJson(`${path}, line ${index + 1}`, line));
    if (parsed.success) pages.push(parsed.data);
    else
      faults.push(...parsed.error.issues.map((issue) => ({ ...fault(issue), where: `line ${index + 1}` })));
  }
  return { pages, faults };
}

function parseJson(place: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new SamutError('not-supported', `${place} is no JSON: it was not written by samut, or cut off.`, {
      cause: error,
    });
  }
}

function fault(issue: { readonly path: readonly PropertyKey[]; readonly message: string }): Fault {
  return { where: issue.path.map(String).join('.') || 'document', problem: issue.message };
}
