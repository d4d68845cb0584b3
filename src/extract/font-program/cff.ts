import { ByteReader } from './byte-reader.ts';

/** The parts of a CFF program that name and draw its glyphs (Adobe Technical Note 5176). */
export interface CffFont {
  readonly charStrings: readonly Uint8Array[];
  /** Glyph names, or CIDs as numbers where the font is CID-keyed; by glyph. */
  readonly charset: readonly (string | number)[];
  readonly cidKeyed: boolean;
  /** Glyphs by code of the built-in encoding; empty for predefined encodings. */
  readonly encoding: ReadonlyMap<number, number>;
  readonly unitsPerEm: number;
  readonly globalSubrs: readonly Uint8Array[];
  /** The local subroutines that a glyph's charstring calls. */
  localSubrs(glyph: number): readonly Uint8Array[];
}

type DictOperands = ReadonlyMap<number, readonly number[]>;

const standardStrings = 391;
const maxGlyphs = 65_536;

/** Reads a CFF program; null where its structure is broken. */
export function readCff(bytes: Uint8Array): CffFont | null {
  const reader = new ByteReader(bytes);
  if (reader.u8(0) !== 1) return null;
  const names = readIndex(reader, reader.u8(2));
  const tops = readIndex(reader, names.end);
  const strings = readIndex(reader, tops.end);
  const globals = readIndex(reader, strings.end);
  const top = readDict(tops.items[0] ?? new Uint8Array(0));
  const charStrings = readIndex(reader, number(top, 17)).items;
  if (charStrings.length === 0 || charStrings.length > maxGlyphs) return null;
  const cidKeyed = top.has(op(30));
  const count = charStrings.length;
  const text = (sid: number) => stringOf(strings.items, sid);
  const charset = readCharset(reader, number(top, 15), { count, text: cidKeyed ? (cid) => cid : text });
  const privates = cidKeyed
    ? readIndex(reader, number(top, op(36))).items.map((item) => privateSubrs(reader, readDict(item)))
    : [privateSubrs(reader, top)];
  const select = cidKeyed ? readSelect(reader, number(top, op(37)), count) : null;
  const scale = top.get(op(7))?.[0];
  return {
    charStrings,
    charset,
    cidKeyed,
    encoding: readEncoding(reader, number(top, 16)),
    unitsPerEm: scale === undefined || scale === 0 ? 1000 : Math.round(1 / scale),
    globalSubrs: globals.items,
    localSubrs: (glyph) => privates[select?.[glyph] ?? 0] ?? [],
  };
}

/** Two-byte operators, after the escape 12. */
function op(second: number): number {
  return 1200 + second;
}

function number(dict: DictOperands, operator: number): number {
  return dict.get(operator)?.[0] ?? 0;
}

function readIndex(reader: ByteReader, at: number): { items: Uint8Array[]; end: number } {
  const count = reader.u16(at);
  if (at <= 0 || count === 0) return { items: [], end: at + 2 };
  const size = reader.u8(at + 2);
  const offset = (i: number) => {
    let value = 0;
    for (let k = 0; k < size; k++) value = value * 256 + reader.u8(at + 3 + i * size + k);
    return value;
  };
  const base = at + 2 + (count + 1) * size;
  const items: Uint8Array[] = [];
  for (let i = 0; i < count; i++) items.push(reader.bytes.subarray(base + offset(i), base + offset(i + 1)));
  return { items, end: base + offset(count) };
}

function readDict(bytes: Uint8Array): Map<number, number[]> {
  const dict = new Map<number, number[]>();
  const reader = new ByteReader(bytes);
  let operands: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const b = reader.u8(at);
    if (b <= 21) {
      dict.set(b === 12 ? op(reader.u8(at + 1)) : b, operands);
      operands = [];
      at += b === 12 ? 2 : 1;
    } else {
      const { value, size } = b === 30 ? readReal(reader, at) : readInteger(reader, at);
      operands.push(value);
      at += size;
    }
  }
  return dict;
}

function readInteger(reader: ByteReader, at: number): { value: number; size: number } {
  const b = reader.u8(at);
  if (b === 28) return { value: reader.i16(at + 1), size: 3 };
  if (b === 29) return { value: reader.u32(at + 1) | 0, size: 5 };
  if (b >= 32 && b <= 246) return { value: b - 139, size: 1 };
  if (b >= 247 && b <= 250) return { value: (b - 247) * 256 + reader.u8(at + 1) + 108, size: 2 };
  if (b >= 251 && b <= 254) return { value: -(b - 251) * 256 - reader.u8(at + 1) - 108, size: 2 };
  return { value: 0, size: 1 };
}

function readReal(reader: ByteReader, start: number): { value: number; size: number } {
  const signs = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', 'E', 'E-', '', '-'];
  let text = '';
  for (let at = start + 1; at < start + 20; at++) {
    for (const nibble of [reader.u8(at) >> 4, reader.u8(at) & 15]) {
      if (nibble === 15) return { value: Number(text) || 0, size: at + 1 - start };
      text += signs[nibble] ?? '';
    }
  }
  return { value: 0, size: 20 };
}

function readCharset(
  reader: ByteReader,
  offset: number,
  { count, text }: { count: number; text: (id: number) => string | number },
): (string | number)[] {
  const charset: (string | number)[] = [text(0)];
  if (offset <= 2) {
    // A predefined charset: its ids are close to the order of the glyphs.
    while (charset.length < count) charset.push(text(charset.length));
    return charset;
  }
  const format = reader.u8(offset);
  for (let at = offset + 1; charset.length < count && at < reader.length; ) {
    const first = reader.u16(at);
    const left = format === 0 ? 0 : format === 1 ? reader.u8(at + 2) : reader.u16(at + 2);
    for (let i = 0; i <= left && charset.length < count; i++) charset.push(text(first + i));
    at += format === 0 ? 2 : format === 1 ? 3 : 4;
  }
  return charset;
}

function stringOf(strings: readonly Uint8Array[], sid: number): string {
  // The first 95 standard strings name ASCII in its order; the others are no Thai.
  if (sid >= 1 && sid <= 95) return asciiName(31 + sid);
  if (sid < standardStrings) return sid === 0 ? '.notdef' : `.sid${sid}`;
  const bytes = strings[sid - standardStrings];
  return bytes === undefined ? '' : String.fromCharCode(...bytes.subarray(0, 128));
}

function asciiName(code: number): string {
  const character = String.fromCharCode(code);
  return /[A-Za-z]/.test(character) ? character : `uni00${code.toString(16).toUpperCase()}`;
}

function readEncoding(reader: ByteReader, offset: number): Map<number, number> {
  const encoding = new Map<number, number>();
  if (offset <= 1) return encoding;
  const format = reader.u8(offset) & 0x7f;
  const count = reader.u8(offset + 1);
  let glyph = 1;
  for (let i = 0; i < count; i++) {
    const at = offset + 2 + i * (format === 0 ? 1 : 2);
    const left = format === 0 ? 0 : reader.u8(at + 1);
    for (let k = 0; k <= left; k++) encoding.set(reader.u8(at) + k, glyph++);
  }
  return encoding;
}

function privateSubrs(reader: ByteReader, dict: DictOperands): readonly Uint8Array[] {
  const [size = 0, offset = 0] = dict.get(18) ?? [];
  if (size <= 0 || offset <= 0) return [];
  const own = readDict(reader.bytes.subarray(offset, offset + size));
  const subrs = number(own, 19);
  return subrs === 0 ? [] : readIndex(reader, offset + subrs).items;
}

function readSelect(reader: ByteReader, offset: number, count: number): Uint8Array {
  const select = new Uint8Array(count);
  if (offset === 0) return select;
  if (reader.u8(offset) === 0) {
    for (let glyph = 0; glyph < count; glyph++) select[glyph] = reader.u8(offset + 1 + glyph);
    return select;
  }
  const ranges = reader.u16(offset + 1);
  for (let i = 0; i < ranges; i++) {
    const at = offset + 3 + 3 * i;
    select.fill(reader.u8(at + 2), reader.u16(at), reader.u16(at + 3));
  }
  return select;
}
