import type { FontTables } from './sfnt.ts';

/** Names of the first 258 glyphs are fixed, and all Latin: no Thai is among them. */
const fixedNames = 258;

/** Glyph names of the `post` table, format 2, by glyph; the fixed names of Macintosh glyphs are left out. */
export function readPostNames(tables: FontTables): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  const post = tables.get('post');
  if (post?.u32(0) !== 0x00020000) return names;
  const count = post.u16(32);
  const strings: string[] = [];
  for (let at = 34 + 2 * count; at < post.length; at += 1 + post.u8(at)) {
    strings.push(post.latin1(at + 1, post.u8(at)));
  }
  for (let glyph = 0; glyph < count; glyph++) {
    const name = strings[post.u16(34 + 2 * glyph) - fixedNames];
    if (name) names.set(glyph, name);
  }
  return names;
}
