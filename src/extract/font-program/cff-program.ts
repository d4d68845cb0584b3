import { readCff } from './cff.ts';
import { drawCharString } from './charstring.ts';
import { readCmap } from './cmap.ts';
import type { FontProgram, GlyphText } from './font-program.ts';
import { readSubstitutions } from './gsub.ts';
import { programTexts } from './program-texts.ts';
import type { FontTables } from './sfnt.ts';

/** A CFF program: bare, or in the tables of an OpenType font, which then name its glyphs too. */
export function cffProgram(bytes: Uint8Array, tables: FontTables | null): FontProgram | null {
  const font = readCff(bytes);
  if (font === null) return null;
  const byName = new Map(font.charset.map((name, glyph) => [name, glyph]));
  let texts: ReadonlyMap<number, GlyphText> | undefined;
  return {
    glyphCount: font.charStrings.length,
    unitsPerEm: font.unitsPerEm,
    get texts() {
      texts ??= programTexts({
        subtables: tables === null ? [] : readCmap(tables),
        names: new Map(
          font.charset.flatMap((name, glyph) => (typeof name === 'string' ? [[glyph, name] as const] : [])),
        ),
        substitutions: tables === null ? [] : readSubstitutions(tables),
      });
      return texts;
    },
    glyphOfCode: (code) => font.encoding.get(code),
    glyphOfName: (name) => byName.get(name),
    glyphOfCid: (cid) => (font.cidKeyed ? (byName.get(cid) ?? 0) : cid),
    outline: (glyph) => {
      const code = font.charStrings[glyph];
      if (code === undefined) return null;
      return drawCharString(code, { global: font.globalSubrs, local: font.localSubrs(glyph) });
    },
  };
}
