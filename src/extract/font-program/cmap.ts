import type { ByteReader } from './byte-reader.ts';
import type { FontTables } from './sfnt.ts';

/** One encoding of a font: glyphs by character or code. */
export interface CmapSubtable {
  readonly platform: number;
  readonly encoding: number;
  readonly glyphs: ReadonlyMap<number, number>;
}

/** No font maps more characters than this. */
const maxEntries = 120_000;

/** The encodings that the `cmap` table holds, formats 0, 4, 6 and 12 (OpenType 1.9). */
export function readCmap(tables: FontTables): CmapSubtable[] {
  const table = tables.get('cmap');
  if (!table) return [];
  const subtables: CmapSubtable[] = [];
  for (let i = 0; i < Math.min(32, table.u16(2)); i++) {
    const at = 4 + 8 * i;
    const start = table.u32(at + 4);
    const glyphs = readGlyphs(table.part(start, table.length - start));
    subtables.push({ platform: table.u16(at), encoding: table.u16(at + 2), glyphs });
  }
  return subtables;
}

/** Whether the keys of an encoding are Unicode characters. */
export function isUnicode({ platform, encoding }: CmapSubtable): boolean {
  return platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10));
}

function readGlyphs(table: ByteReader): Map<number, number> {
  switch (table.u16(0)) {
    case 0:
      return new Map(listed(table, { at: 6, first: 0, count: Math.min(256, table.length - 6), width: 1 }));
    case 4:
      return readSegments(table);
    case 6:
      return new Map(listed(table, { at: 10, first: table.u16(6), count: table.u16(8), width: 2 }));
    case 12:
      return readGroups(table);
    default:
      return new Map();
  }
}

function* listed(
  table: ByteReader,
  { at, first, count, width }: { at: number; first: number; count: number; width: number },
): Generator<[number, number]> {
  for (let i = 0; i < count; i++) {
    const glyph = width === 1 ? table.u8(at + i) : table.u16(at + 2 * i);
    if (glyph !== 0) yield [first + i, glyph];
  }
}

function readSegments(table: ByteReader): Map<number, number> {
  const glyphs = new Map<number, number>();
  const size = table.u16(6) & ~1;
  for (let i = 0; i < size; i += 2) {
    const last = table.u16(14 + i);
    const first = table.u16(16 + size + i);
    const delta = table.u16(16 + 2 * size + i);
    const place = 16 + 3 * size + i;
    const offset = table.u16(place);
    for (let code = first; code <= last && code < 0xffff && glyphs.size < maxEntries; code++) {
      const raw = offset === 0 ? code : table.u16(place + offset + 2 * (code - first));
      const glyph = raw === 0 && offset !== 0 ? 0 : (raw + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
  return glyphs;
}

function readGroups(table: ByteReader): Map<number, number> {
  const glyphs = new Map<number, number>();
  const count = Math.min(table.u32(12), table.length / 12);
  for (let i = 0; i < count; i++) {
    const at = 16 + 12 * i;
    const first = table.u32(at);
    const last = Math.min(table.u32(at + 4), 0x10ffff);
    for (let code = first; code <= last && glyphs.size < maxEntries; code++) {
      glyphs.set(code, table.u32(at + 8) + code - first);
    }
  }
  return glyphs;
}
