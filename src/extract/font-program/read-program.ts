import type { FontProgram } from './font-program.ts';
import { readTables } from './sfnt.ts';
import { trueTypeProgram } from './truetype-program.ts';

/** Reads an embedded font program by what it is, not by what the PDF calls it; null for what it is not. */
export function readProgram(bytes: Uint8Array): FontProgram | null {
  const tables = readTables(bytes);
  if (tables?.has('glyf')) return trueTypeProgram(tables);
  return null;
}
