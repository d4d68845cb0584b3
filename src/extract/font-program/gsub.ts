import type { ByteReader } from './byte-reader.ts';
import type { FontTables } from './sfnt.ts';

/** One way a shaper comes to a glyph: `from` the glyphs of characters, in order. */
export interface Substitution {
  readonly to: number;
  readonly from: readonly number[];
  /** The place of `to` among what replaces `from`: 0 unless one glyph becomes several. */
  readonly part: number;
  readonly parts: number;
}

const maxSubstitutions = 50_000;

/**
 * Every substitution that the `GSUB` table can make, whatever feature or context asks for it: single,
 * multiple, alternate and ligature (OpenType 1.9, lookup types 1 to 4 and 7).
 */
export function readSubstitutions(tables: FontTables): Substitution[] {
  const table = tables.get('GSUB');
  const found: Substitution[] = [];
  if (!table) return found;
  const list = at(table, table.u16(8));
  for (let i = 0; i < list.u16(0); i++) {
    const lookup = at(list, list.u16(2 + 2 * i));
    for (let j = 0; j < lookup.u16(4) && found.length < maxSubstitutions; j++) {
      readSubtable(at(lookup, lookup.u16(6 + 2 * j)), lookup.u16(0), found);
    }
  }
  return found;
}

function at(reader: ByteReader, offset: number): ByteReader {
  return reader.part(offset, reader.length - offset);
}

function readSubtable(table: ByteReader, kind: number, found: Substitution[]): void {
  if (kind === 7) {
    readSubtable(at(table, table.u32(4)), table.u16(2) === 7 ? 0 : table.u16(2), found);
    return;
  }
  if (kind < 1 || kind > 4) return;
  const covered = coverage(at(table, table.u16(2)));
  for (const [i, glyph] of covered.entries()) {
    if (kind === 1) {
      const to = table.u16(0) === 1 ? (glyph + table.u16(4)) & 0xffff : table.u16(6 + 2 * i);
      found.push({ to, from: [glyph], part: 0, parts: 1 });
    } else readSet(at(table, table.u16(6 + 2 * i)), { kind, glyph, found });
    if (found.length >= maxSubstitutions) return;
  }
}

function readSet(
  set: ByteReader,
  { kind, glyph, found }: { kind: number; glyph: number; found: Substitution[] },
): void {
  const count = set.u16(0);
  for (let i = 0; i < Math.min(count, 256); i++) {
    const value = set.u16(2 + 2 * i);
    if (kind === 2) found.push({ to: value, from: [glyph], part: i, parts: count });
    else if (kind === 3) found.push({ to: value, from: [glyph], part: 0, parts: 1 });
    else {
      const ligature = at(set, value);
      const rest = Array.from({ length: Math.max(0, Math.min(16, ligature.u16(2)) - 1) }, (_, c) =>
        ligature.u16(4 + 2 * c),
      );
      found.push({ to: ligature.u16(0), from: [glyph, ...rest], part: 0, parts: 1 });
    }
  }
}

function coverage(table: ByteReader): number[] {
  const glyphs: number[] = [];
  const count = table.u16(2);
  if (table.u16(0) === 1) {
    for (let i = 0; i < count; i++) glyphs.push(table.u16(4 + 2 * i));
    return glyphs;
  }
  for (let i = 0; i < count && glyphs.length < 65_536; i++) {
    for (let glyph = table.u16(4 + 6 * i); glyph <= table.u16(6 + 6 * i); glyph++) glyphs.push(glyph);
  }
  return glyphs;
}
