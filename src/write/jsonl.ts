import type { PageLineJson } from '../document/schema.ts';
import { pageJson, termsJson } from './page-json.ts';
import type { Writer } from './writer.ts';

/**
 * JSON Lines, a page a line: each line names its document, so that lines of many documents can be
 * joined, split and filtered. What is only known of a whole document is in the JSON, not here.
 */
export const jsonl: Writer = {
  extension: '.jsonl',
  head: () => '',
  page(page, _index, { source }) {
    const line: PageLineJson = {
      schema: 'samut-page/1',
      document: source.name,
      sha256: source.sha256,
      ...pageJson(page),
      terms: termsJson(page),
    };
    return `${JSON.stringify(line)}\n`;
  },
  foot: () => '',
};
