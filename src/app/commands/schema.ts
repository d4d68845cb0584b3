import { jsonSchema } from '../../document/schema.ts';
import { print } from '../terminal.ts';

/** Prints the JSON Schema of the document. */
export async function schema(): Promise<number> {
  await print(`${JSON.stringify(jsonSchema(), null, 2)}\n`);
  return 0;
}
