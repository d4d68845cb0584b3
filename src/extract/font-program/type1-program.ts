import type { FontProgram, GlyphText } from './font-program.ts';
import { programTexts } from './program-texts.ts';
import { decryptType1, drawType1 } from './type1-charstring.ts';

const maxGlyphs = 4096;

/** A Type 1 program (Adobe Type 1 Font Format, 1990): its encoding, glyph names and outlines. */
export function type1Program(bytes: Uint8Array): FontProgram | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const split = text.indexOf('eexec');
  if (!text.startsWith('%!') && !/FontName/.test(text.slice(0, 4096))) return null;
  const clear = split < 0 ? text : text.slice(0, split);
  const encoding = new Map<number, string>();
  for (const [, code, name] of clear.matchAll(/dup\s{1,4}(\d{1,3})\s{0,4}\/([^\s/]{1,64})\s{1,4}put/g)) {
    encoding.set(Number(code), name ?? '');
  }
  const glyphs = split < 0 ? { names: [], charStrings: [], subrs: [] } : readPrivate(bytes, split + 5);
  const byName = new Map(glyphs.names.map((name, glyph) => [name, glyph]));
  let texts: ReadonlyMap<number, GlyphText> | undefined;
  return {
    glyphCount: glyphs.names.length,
    unitsPerEm: 1000,
    get texts() {
      texts ??= programTexts({
        subtables: [],
        names: new Map(glyphs.names.map((name, glyph) => [glyph, name])),
        substitutions: [],
      });
      return texts;
    },
    glyphOfCode: (code) => byName.get(encoding.get(code) ?? ''),
    glyphOfName: (name) => byName.get(name),
    glyphOfCid: (cid) => cid,
    outline: (glyph) => {
      const code = glyphs.charStrings[glyph];
      return code === undefined ? null : drawType1(code, glyphs.subrs);
    },
  };
}

interface PrivatePart {
  readonly names: string[];
  readonly charStrings: Uint8Array[];
  readonly subrs: Uint8Array[];
}

function readPrivate(bytes: Uint8Array, from: number): PrivatePart {
  let start = from;
  while (start < bytes.length && [9, 10, 13, 32].includes(bytes[start] ?? 0)) start++;
  const hidden = bytes.subarray(start);
  const plain = decryptType1(isHex(hidden) ? fromHex(hidden) : hidden, 55_665, 4);
  const text = Buffer.from(plain.buffer, plain.byteOffset, plain.length).toString('latin1');
  const skip = Number(/\/lenIV\s{1,4}(-?\d{1,2})/.exec(text)?.[1] ?? 4);
  const part: PrivatePart = { names: [], charStrings: [], subrs: [] };
  const body = (at: number, length: number) => {
    const code = plain.subarray(at, at + length);
    return skip < 0 ? code : decryptType1(code, 4330, skip);
  };
  const entry = /(?:dup\s{1,4}(\d{1,5})|\/([^\s/{}[\]()]{1,64}))\s{1,4}(\d{1,5})\s{1,4}(?:RD|-\||\S{1,8})\s/g;
  for (let match = entry.exec(text); match !== null; match = entry.exec(text)) {
    const length = Number(match[3]);
    const at = match.index + match[0].length;
    const glyph = match[2];
    if (!/(?:RD|-\|)\s$/.test(match[0]) || part.names.length > maxGlyphs) continue;
    if (glyph === undefined) part.subrs[Number(match[1])] = body(at, length);
    else {
      part.names.push(glyph);
      part.charStrings.push(body(at, length));
    }
    entry.lastIndex = at + length;
  }
  return part;
}

function isHex(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 4).every((byte) => /[0-9a-fA-F]/.test(String.fromCharCode(byte)));
}

function fromHex(bytes: Uint8Array): Uint8Array {
  return Buffer.from(
    Buffer.from(bytes)
      .toString('latin1')
      .replace(/[^0-9a-fA-F]/g, ''),
    'hex',
  );
}
