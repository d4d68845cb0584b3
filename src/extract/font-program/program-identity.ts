import type { Evidence } from '../../document/evidence.ts';
import type { GlyphIdentity } from '../../document/font.ts';
import { isThai } from '../../document/thai.ts';
import { type CodeCounts, isSuspect } from '../font-evidence.ts';
import { readableFontName } from '../font-name.ts';
import type { FontObject } from './font-object.ts';
import type { GlyphText } from './font-program.ts';
import { textOfName } from './glyph-names.ts';
import type { ObservedFont } from './observed-font.ts';

/** What a font's own program says of its codes (cmap, glyph names, GSUB): which claims are wrong, which are right. */
export function identifyByProgram(
  font: ObservedFont,
  object: FontObject,
): { identities: Map<number, GlyphIdentity>; proven: Set<number> } {
  const identities = new Map<number, GlyphIdentity>();
  const proven = new Set<number>();
  for (const [code, counts] of font.codes) {
    const said = programText(object, code);
    if (said === null) continue;
    const right = agrees(counts.claimed, said);
    if (right || overrules(said.text, { code, counts, object })) proven.add(code);
    if (right || !proven.has(code)) continue;
    const evidence: Evidence[] = [
      { kind: 'cmap', code, font: readableFontName(font.name), count: counts.count, detail: said.source },
    ];
    identities.set(code, {
      claimed: counts.claimed,
      unicode: said.text,
      evidence,
      confidence: said.source === 'GSUB' ? 0.998 : 0.9995,
    });
  }
  return { identities, proven };
}

/** What the program says that a code draws. */
function programText(object: FontObject, code: number): GlyphText | null {
  const name = object.nameOf(code);
  const named = name === undefined ? null : textOfName(name);
  if (named !== null && name !== undefined) return { text: named, source: `glyph name ${name}` };
  const glyph = object.glyphOf(code);
  return glyph === undefined ? null : (object.program?.texts.get(glyph) ?? null);
}

/** Whether a claim and what the program says are the same text, whatever the order of its marks. */
function agrees(claimed: string, said: GlyphText): boolean {
  if (claimed === said.text || said.all?.includes(claimed)) return true;
  return parts(claimed) === parts(said.text);
}

function parts(text: string): string {
  return [...text.replaceAll('\u0e33', '\u0e4d\u0e32')].sort().join('');
}

/**
 * Whether the program is to be believed against the claim. A Thai character is; anything else only
 * where the PDF itself claims nothing that a text can have (the program of an old Thai font may well
 * call its letters Latin).
 */
function overrules(
  text: string,
  { code, counts, object }: { code: number; counts: CodeCounts; object: FontObject },
): boolean {
  if (isThai(text.charCodeAt(0))) return true;
  if (text.charCodeAt(0) < 0x20) return false;
  if (isSuspect(counts)) return true;
  return object.composite && !object.toUnicode?.has(code) && !isThai(counts.claimed.charCodeAt(0));
}
