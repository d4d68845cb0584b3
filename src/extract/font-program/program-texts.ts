import { isThai } from '../../document/thai.ts';
import { thaiOfPrivateUse } from '../../document/thai-private-use.ts';
import { type CmapSubtable, isUnicode } from './cmap.ts';
import type { GlyphText } from './font-program.ts';
import { textOfName } from './glyph-names.ts';
import type { Substitution } from './gsub.ts';

/** What a program says of its glyphs. */
export interface ProgramSources {
  readonly subtables: readonly CmapSubtable[];
  readonly names: ReadonlyMap<number, string>;
  readonly substitutions: readonly Substitution[];
}

/** Substitutions of substitutes are followed this far. */
const rounds = 3;

/**
 * The text of every glyph that the program itself names: by its character map, by its glyph names, and
 * by the substitutions that lead to it from such glyphs.
 */
export function programTexts({ subtables, names, substitutions }: ProgramSources): Map<number, GlyphText> {
  const texts = new Map<number, GlyphText>();
  for (const [glyph, characters] of byGlyph(subtables)) {
    const text = bestOf(characters);
    if (text !== null) texts.set(glyph, { text, source: 'cmap', all: characters });
  }
  for (const [glyph, name] of names) {
    const text = texts.has(glyph) ? null : textOfName(name);
    if (text !== null) texts.set(glyph, { text, source: `glyph name ${name}` });
  }
  for (let round = 0; round < rounds; round++) if (!substitute(substitutions, texts)) break;
  return texts;
}

function byGlyph(subtables: readonly CmapSubtable[]): Map<number, string[]> {
  const characters = new Map<number, string[]>();
  for (const subtable of subtables) {
    if (!isUnicode(subtable)) continue;
    for (const [code, glyph] of subtable.glyphs) {
      if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) continue;
      const text = thaiOfPrivateUse(code) || String.fromCodePoint(code);
      const list = characters.get(glyph);
      if (!list) characters.set(glyph, [text]);
      else if (!list.includes(text)) list.push(text);
    }
  }
  return characters;
}

/** Thai before anything else; private-use characters say nothing. */
function bestOf(characters: readonly string[]): string | null {
  const thai = characters.filter((character) => isThai(character.charCodeAt(0)));
  if (thai.length > 0) return thai.length === 1 ? (thai[0] ?? null) : null;
  return characters.find((character) => !isPrivateUse(character.codePointAt(0) ?? 0)) ?? null;
}

function isPrivateUse(code: number): boolean {
  return (code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000;
}

/** Adds what substitutions say; glyphs that they lead to from different texts stay unnamed. */
function substitute(substitutions: readonly Substitution[], texts: Map<number, GlyphText>): boolean {
  const found = new Map<number, string | null>();
  for (const { to, from, part, parts } of substitutions) {
    if (texts.has(to)) continue;
    const text = partOf(joined(from, texts), part, parts);
    if (text === null) continue;
    const other = found.get(to);
    found.set(to, other === undefined || other === text ? text : null);
  }
  for (const [glyph, text] of found) if (text !== null) texts.set(glyph, { text, source: 'GSUB' });
  return found.size > 0;
}

function joined(glyphs: readonly number[], texts: ReadonlyMap<number, GlyphText>): string | null {
  let text = '';
  for (const glyph of glyphs) {
    const known = texts.get(glyph);
    if (!known) return null;
    text += known.text;
  }
  return text;
}

/** What one of several glyphs stands for that together replace a text: known for SARA AM alone. */
function partOf(text: string | null, part: number, parts: number): string | null {
  if (text === null || parts === 1) return text;
  if (text === '\u0e33' && parts === 2) return part === 0 ? '\u0e4d' : '\u0e32';
  return null;
}
