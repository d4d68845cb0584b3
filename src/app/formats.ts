import type { Format } from '../write/index.ts';

/** The formats by name; the type holds the list to what `write` has without loading it. */
const known: Readonly<Record<Format, true>> = {
  json: true,
  jsonl: true,
  text: true,
  md: true,
  html: true,
  csv: true,
};

/**
 * Formats as a user lists them, each once, in the order given.
 *
 * @throws RangeError when one is unknown.
 * @example
 * parseFormats('json,text'); // ['json', 'text']
 */
export function parseFormats(text: string): Format[] {
  const formats = new Set<Format>();
  for (const name of text.split(',').map((part) => part.trim())) {
    if (!isFormat(name)) {
      throw new RangeError(
        `Expected formats of ${Object.keys(known).join(', ')}, got ${JSON.stringify(name)}.`,
      );
    }
    formats.add(name);
  }
  return [...formats];
}

function isFormat(name: string): name is Format {
  return Object.hasOwn(known, name);
}
