import { cffProgram } from './cff-program.ts';
import type { FontProgram } from './font-program.ts';
import { readTables } from './sfnt.ts';
import { trueTypeProgram } from './truetype-program.ts';
import { type1Program } from './type1-program.ts';

/** Reads an embedded font program by what it is, not by what the PDF calls it; null for what it is not. */
export function readProgram(bytes: Uint8Array): FontProgram | null {
  const tables = readTables(bytes);
  if (tables?.has('glyf')) return trueTypeProgram(tables);
  const cff = tables?.get('CFF ')?.bytes;
  if (tables !== null) return cff === undefined ? null : cffProgram(cff, tables);
  if (bytes[0] === 1) return cffProgram(bytes, null);
  return type1Program(bytes);
}
