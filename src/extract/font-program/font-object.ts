import { type Dict, isDict, Name, nameOf, numberOf, type PdfObject, Ref } from '../pdf-objects/object.ts';
import type { PdfFile } from '../pdf-objects/pdf-file.ts';
import { readCidMap } from './cid-map.ts';
import type { FontProgram } from './font-program.ts';
import { readToUnicode } from './to-unicode.ts';
import { type3Program } from './type3-program.ts';

/** A font dictionary of a PDF, with what pdf.js does not tell of it. */
export interface FontObject {
  /** The name with its subset prefix; '' for a Type 3 font without one. */
  readonly name: string;
  readonly composite: boolean;
  readonly type3: boolean;
  /** A simple font whose codes the PDF says to be in an encoding of Latin letters. */
  readonly latin: boolean;
  /** Object number of the font program's stream, or of the dictionary where none is embedded. */
  readonly programKey: number;
  /** The PDF's own map, or null where it has none. */
  readonly toUnicode: ReadonlyMap<number, string> | null;
  readonly program: FontProgram | null;
  /** Advance of a code in thousandths of an em; undefined where the PDF does not say. */
  widthOf(code: number): number | undefined;
  /** The glyph of the program that a code draws. */
  glyphOf(code: number): number | undefined;
  /** The name that the PDF's encoding gives a code of a simple font. */
  nameOf(code: number): string | undefined;
}

/** Reads font programs, each once. */
export type ProgramOf = (key: number, bytes: () => Uint8Array | null) => FontProgram | null;

/** Reads a font dictionary (ISO 32000-2, 9.5 to 9.8); what is costly is read when asked for. */
export function readFontObject(file: PdfFile, reference: PdfObject, programOf: ProgramOf): FontObject {
  const dict = file.dict(reference);
  const subtype = nameOf(file.resolve(dict.get('Subtype'))) ?? '';
  const composite = subtype === 'Type0';
  const descendant = composite ? file.dict(file.array(dict.get('DescendantFonts'))[0]) : dict;
  const descriptor = file.dict(descendant.get('FontDescriptor'));
  const stream = ['FontFile', 'FontFile2', 'FontFile3'].map((key) => descriptor.get(key)).find(Boolean);
  const programKey = keyOf(stream, reference);
  const names = composite ? new Map<number, string>() : readDifferences(file, dict);
  let toUnicode: Map<number, string> | null | undefined;
  let program: FontProgram | null | undefined;
  const loadProgram = () => {
    if (program === undefined && subtype === 'Type3') program = type3Program(file, dict);
    program ??= stream === undefined ? null : programOf(programKey, () => file.streamBytes(stream));
    return program;
  };
  return {
    name: nameOf(file.resolve(dict.get('BaseFont') ?? descriptor.get('FontName'))) ?? '',
    composite,
    type3: subtype === 'Type3',
    latin: !composite && isLatin(file, dict),
    programKey,
    get toUnicode() {
      const bytes = toUnicode === undefined ? file.streamBytes(dict.get('ToUnicode')) : null;
      if (toUnicode === undefined) toUnicode = bytes === null ? null : readToUnicode(bytes);
      return toUnicode;
    },
    get program() {
      return loadProgram();
    },
    widthOf: composite ? compositeWidths(file, descendant) : simpleWidths(file, dict),
    nameOf: (code) => names.get(code),
    glyphOf: composite
      ? compositeGlyphs(file, { dict, descendant, loadProgram })
      : (code) => simpleGlyph(loadProgram(), code, names.get(code)),
  };
}

function keyOf(stream: PdfObject | undefined, reference: PdfObject): number {
  if (stream instanceof Ref) return stream.number;
  return reference instanceof Ref ? -reference.number : Number.NaN;
}

function isLatin(file: PdfFile, dict: Dict): boolean {
  const encoding = file.resolve(dict.get('Encoding'));
  const base = isDict(encoding) ? file.resolve(encoding.get('BaseEncoding')) : encoding;
  return base instanceof Name;
}

function readDifferences(file: PdfFile, dict: Dict): Map<number, string> {
  const names = new Map<number, string>();
  const encoding = file.resolve(dict.get('Encoding'));
  if (!isDict(encoding)) return names;
  let code = 0;
  for (const item of file.array(encoding.get('Differences'))) {
    if (typeof item === 'number') code = item;
    else if (item instanceof Name) names.set(code++, item.value);
  }
  return names;
}

function simpleGlyph(
  program: FontProgram | null,
  code: number,
  name: string | undefined,
): number | undefined {
  if (program === null) return undefined;
  const named = name === undefined ? undefined : program.glyphOfName(name);
  return named ?? program.glyphOfCode(code);
}

function compositeGlyphs(
  file: PdfFile,
  { dict, descendant, loadProgram }: { dict: Dict; descendant: Dict; loadProgram: () => FontProgram | null },
): (code: number) => number | undefined {
  const encoding = file.resolve(dict.get('Encoding'));
  const identity = encoding instanceof Name && encoding.value.startsWith('Identity');
  let cids: ReadonlyMap<number, number> | undefined;
  let glyphs: Uint8Array | null | undefined;
  return (code) => {
    if (!identity) cids ??= readCidMap(file.streamBytes(encoding) ?? new Uint8Array(0));
    const cid = cids === undefined ? code : cids.get(code);
    if (cid === undefined) return undefined;
    glyphs ??= file.streamBytes(descendant.get('CIDToGIDMap'));
    if (glyphs) return ((glyphs[2 * cid] ?? 0) << 8) | (glyphs[2 * cid + 1] ?? 0);
    return loadProgram()?.glyphOfCid(cid);
  };
}

function simpleWidths(file: PdfFile, dict: Dict): (code: number) => number | undefined {
  const first = numberOf(file.resolve(dict.get('FirstChar')), 0);
  return (code) => {
    const width = file.resolve(file.array(dict.get('Widths'))[code - first]);
    return typeof width === 'number' ? width : undefined;
  };
}

function compositeWidths(file: PdfFile, descendant: Dict): (code: number) => number | undefined {
  let widths: ReadonlyMap<number, number> | undefined;
  return (code) => {
    widths ??= readWidths(file, file.array(descendant.get('W')));
    return widths.get(code) ?? numberOf(file.resolve(descendant.get('DW')), 1000);
  };
}

/** The `W` array (ISO 32000-2, 9.7.4.3): `c [w1 w2 ...]` and `first last w`. */
function readWidths(file: PdfFile, items: readonly PdfObject[]): Map<number, number> {
  const widths = new Map<number, number>();
  for (let i = 0; i < items.length; ) {
    const first = numberOf(file.resolve(items[i]), 0);
    const next = file.resolve(items[i + 1]);
    if (typeof next === 'number') {
      const width = numberOf(file.resolve(items[i + 2]), 0);
      for (let cid = first; cid <= Math.min(next, first + 0xffff); cid++) widths.set(cid, width);
      i += 3;
    } else {
      for (const [n, width] of file.array(next).entries())
        widths.set(first + n, numberOf(file.resolve(width), 0));
      i += 2;
    }
  }
  return widths;
}
