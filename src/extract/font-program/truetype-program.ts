import type { ByteReader } from './byte-reader.ts';
import { type CmapSubtable, readCmap } from './cmap.ts';
import type { FontProgram, GlyphText } from './font-program.ts';
import { readOutline } from './glyf.ts';
import { readSubstitutions } from './gsub.ts';
import { readPostNames } from './post.ts';
import { programTexts } from './program-texts.ts';
import { type FontTables, glyphCount } from './sfnt.ts';

/** A TrueType program (glyphs in `glyf`). */
export function trueTypeProgram(tables: FontTables): FontProgram {
  const subtables = readCmap(tables);
  const head: ByteReader | undefined = tables.get('head');
  let texts: ReadonlyMap<number, GlyphText> | undefined;
  return {
    glyphCount: glyphCount(tables),
    unitsPerEm: head?.u16(18) || 1000,
    get texts() {
      texts ??= programTexts({
        subtables,
        names: readPostNames(tables),
        substitutions: readSubstitutions(tables),
      });
      return texts;
    },
    glyphOfCode: (code) => glyphOfCode(subtables, code),
    glyphOfName: () => undefined,
    glyphOfCid: (cid) => cid,
    outline: (glyph) => readOutline(tables, glyph),
  };
}

/** A simple font's code in a symbolic TrueType program (ISO 32000-2, 9.6.5.4): (3,0), then (1,0). */
function glyphOfCode(subtables: readonly CmapSubtable[], code: number): number | undefined {
  const symbol = subtables.find(({ platform, encoding }) => platform === 3 && encoding === 0)?.glyphs;
  const own = symbol && [0xf000, 0, 0xf100, 0xf200].map((base) => symbol.get(base + code)).find(Boolean);
  if (own) return own;
  return subtables.find(({ platform, encoding }) => platform === 1 && encoding === 0)?.glyphs.get(code);
}
