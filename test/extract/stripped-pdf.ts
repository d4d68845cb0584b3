import { readFileSync } from 'node:fs';
import { isThaiMark } from '../../src/document/thai.ts';
import { isUnicode, readCmap } from '../../src/extract/font-program/cmap.ts';
import { type FontTables, readTables } from '../../src/extract/font-program/sfnt.ts';

/** What stands in the ToUnicode map of a made PDF, by character; undefined leaves the code out. */
export type Claim = (character: string, code: number) => string | undefined;

/** How the PDF is made. */
export interface StrippedOptions {
  /** Null for a PDF without a ToUnicode map. */
  readonly claim: Claim | null;
  /** Whether the embedded font keeps its character map. */
  readonly keepCmap?: boolean;
  /** Changes the content stream. */
  readonly content?: (content: string) => string;
}

const fontFile = new URL(
  '../../node_modules/@expo-google-fonts/sarabun/400Regular/Sarabun_400Regular.ttf',
  import.meta.url,
);

/**
 * A PDF of one page that draws the lines in Sarabun, SARA AM as NIKHAHIT and SARA AA, with codes of
 * its own and marks without advance; what it says of its characters is up to the options.
 */
export function strippedPdf(lines: readonly string[], options: StrippedOptions): Uint8Array {
  const tables = readTables(readFileSync(fontFile));
  const glyphs = tables && readCmap(tables).find(isUnicode)?.glyphs;
  if (!tables || !glyphs) throw new Error('the test font cannot be read');
  const shaped = lines.map((line) => line.replace(/([\u0e48-\u0e4b]?)\u0e33/g, '\u0e4d$1\u0e32'));
  const characters = [...new Set(shaped.join(''))].sort((a, b) => hash(a) - hash(b));
  const codes = new Map(characters.map((character, i) => [character, 0x21 + i]));
  const glyphOf = (character: string) => glyphs.get(character.charCodeAt(0)) ?? 0;
  const cids = Buffer.alloc(2 * (0x22 + characters.length));
  for (const [character, code] of codes) cids.writeUInt16BE(glyphOf(character), 2 * code);
  const widths = [...codes].map(([character, code]) => {
    const mark = isThaiMark(character.charCodeAt(0));
    return `${code} [${mark ? 0 : advance(tables, glyphOf(character))}]`;
  });
  const content = shaped
    .map(
      (line, i) =>
        `1 0 0 1 40 ${780 - 20 * i} Tm <${[...line].map((c) => hex(codes.get(c) ?? 0)).join('')}> Tj`,
    )
    .join('\n');
  const drawn = options.content?.(content) ?? content;
  return writePdf({
    content: `BT /F1 12 Tf\n${drawn}\nET`,
    font: subset(tables, options.keepCmap === true),
    cids,
    widths: widths.join(' '),
    toUnicode: options.claim && toUnicode(codes, options.claim),
  });
}

/** Codes in an order that has nothing to do with that of the characters. */
function hash(character: string): number {
  return (character.charCodeAt(0) * 7919) % 1009;
}

function hex(value: number): string {
  return value.toString(16).padStart(4, '0');
}

function advance(tables: FontTables, glyph: number): number {
  const last = (tables.get('hhea')?.u16(34) ?? 1) - 1;
  const units = tables.get('head')?.u16(18) ?? 1000;
  return Math.round(((tables.get('hmtx')?.u16(4 * Math.min(glyph, last)) ?? 0) * 1000) / units);
}

function toUnicode(codes: ReadonlyMap<string, number>, claim: Claim): string {
  const entries = [...codes].flatMap(([character, code]) => {
    const text = claim(character, code);
    return text === undefined
      ? []
      : [`<${hex(code)}> <${[...text].map((c) => hex(c.charCodeAt(0))).join('')}>`];
  });
  return `begincmap\n1 begincodespacerange <0000> <ffff> endcodespacerange\n${entries.length} beginbfchar\n${entries.join('\n')}\nendbfchar\nendcmap`;
}

function subset(tables: FontTables, keepCmap: boolean): Buffer {
  const kept = ['cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp'].filter(
    (tag) => keepCmap || tag !== 'cmap',
  );
  const head = Buffer.alloc(12 + 16 * kept.length);
  head.writeUInt32BE(0x00010000, 0);
  head.writeUInt16BE(kept.length, 4);
  const parts: Buffer[] = [head];
  let at = head.length;
  for (const [i, tag] of kept.entries()) {
    const bytes = Buffer.from(tables.get(tag)?.bytes ?? []);
    head.write(tag, 12 + 16 * i, 'latin1');
    head.writeUInt32BE(at, 12 + 16 * i + 8);
    head.writeUInt32BE(bytes.length, 12 + 16 * i + 12);
    const padded = Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
    parts.push(padded);
    at += padded.length;
  }
  return Buffer.concat(parts);
}

interface Parts {
  readonly content: string;
  readonly font: Buffer;
  readonly cids: Buffer;
  readonly widths: string;
  readonly toUnicode: string | null;
}

function writePdf({ content, font, cids, widths, toUnicode: map }: Parts): Uint8Array {
  return pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 842 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    stream(content),
    `<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+Made/Encoding/Identity-H/DescendantFonts[6 0 R]${map === null ? '' : '/ToUnicode 10 0 R'}>>`,
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/AAAAAA+Made/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 7 0 R/CIDToGIDMap 9 0 R/DW 500/W[${widths}]>>`,
    '<</Type/FontDescriptor/FontName/AAAAAA+Made/Flags 4/FontBBox[0 -300 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80/FontFile2 8 0 R>>',
    stream(font),
    stream(cids),
    ...(map === null ? [] : [stream(map)]),
  ]);
}

/** A stream object with its length; `entries` are added to its dictionary. */
export function stream(data: string | Buffer, entries = ''): Buffer {
  const bytes = Buffer.from(data);
  return Buffer.concat([
    Buffer.from(`<</Length ${bytes.length}${entries}>>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ]);
}

/** A PDF file of objects 1, 2, 3, ...; the first is its catalog. */
export function pdfOf(objects: readonly (string | Buffer)[]): Uint8Array {
  const parts = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let at = 9;
  for (const [i, object] of objects.entries()) {
    const part = Buffer.concat([
      Buffer.from(`${i + 1} 0 obj\n`),
      Buffer.from(object),
      Buffer.from('\nendobj\n'),
    ]);
    offsets.push(at);
    at += part.length;
    parts.push(part);
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${at}\n%%EOF`;
  return new Uint8Array(Buffer.concat([...parts, Buffer.from(trailer)]));
}
