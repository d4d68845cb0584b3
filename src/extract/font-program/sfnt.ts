import { ByteReader } from './byte-reader.ts';

/** The tables of a TrueType or OpenType file, by tag. */
export type FontTables = ReadonlyMap<string, ByteReader>;

/** More tables than this are no font. */
const maxTables = 128;

/**
 * The table directory of a font (OpenType 1.9, "Font File"). Subsets embedded in PDFs lack tables that
 * font libraries insist on; what is there is taken.
 */
export function readTables(bytes: Uint8Array): FontTables | null {
  const file = new ByteReader(bytes);
  const kind = file.u32(0);
  if (kind !== 0x00010000 && kind !== 0x74727565 && kind !== 0x4f54544f) {
    return kind === 0x74746366 ? readTables(bytes.subarray(file.u32(12))) : null;
  }
  const tables = new Map<string, ByteReader>();
  const count = Math.min(maxTables, file.u16(4));
  for (let i = 0; i < count; i++) {
    const at = 12 + 16 * i;
    const table = file.part(file.u32(at + 8), file.u32(at + 12));
    if (table.length > 0) tables.set(file.latin1(at, 4), table);
  }
  return tables;
}

/** Glyphs of the font: `maxp` says, else `loca`. */
export function glyphCount(tables: FontTables): number {
  const said = tables.get('maxp')?.u16(4) ?? 0;
  if (said > 0) return said;
  const width = (tables.get('head')?.i16(50) ?? 0) === 0 ? 2 : 4;
  return Math.max(0, (tables.get('loca')?.length ?? 0) / width - 1);
}
