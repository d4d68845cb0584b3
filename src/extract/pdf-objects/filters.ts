import { constants, inflateSync } from 'node:zlib';
import { latin1 } from './lexer.ts';
import { type Dict, isArray, isDict, nameOf, numberOf, type PdfObject, type Stream } from './object.ts';

/** No font or content stream is larger than this once unpacked; what is, is a bomb. */
const maxUnpacked = 64 << 20;

type Resolve = (object: PdfObject | undefined) => PdfObject;

/**
 * A stream without its filters, or null where one of them is not for text (images) or fails.
 * ISO 32000-2, 7.4.
 */
export function unfilter(stream: Stream, raw: Uint8Array, resolve: Resolve): Uint8Array | null {
  const { dict } = stream;
  const filters = listOf(resolve(dict.get('Filter') ?? dict.get('F')), resolve);
  const parameters = listOf(resolve(dict.get('DecodeParms') ?? dict.get('DP')), resolve);
  let bytes: Uint8Array | null = raw;
  for (const [i, filter] of filters.entries()) {
    const given = parameters[i];
    bytes = apply(nameOf(filter), bytes, isDict(given) ? given : new Map());
    if (bytes === null) return null;
  }
  return bytes;
}

function listOf(object: PdfObject, resolve: Resolve): readonly PdfObject[] {
  if (object === null) return [];
  return isArray(object) ? object.map((item) => resolve(item)) : [object];
}

function apply(filter: string | null, bytes: Uint8Array, parameters: Dict): Uint8Array | null {
  switch (filter) {
    case 'FlateDecode':
    case 'Fl':
      return unpredict(inflate(bytes), parameters);
    case 'ASCIIHexDecode':
    case 'AHx':
      return asciiHex(bytes);
    case 'ASCII85Decode':
    case 'A85':
      return ascii85(bytes);
    case 'RunLengthDecode':
    case 'RL':
      return runLength(bytes);
    case 'LZWDecode':
    case 'LZW':
      return unpredict(lzw(bytes, numberOf(parameters.get('EarlyChange'), 1)), parameters);
    case 'Crypt':
      return bytes;
    default:
      return null;
  }
}

/** Inflates what there is: a stream cut short, or with a wrong checksum, gives what came before. */
function inflate(bytes: Uint8Array): Uint8Array | null {
  try {
    return inflateSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: maxUnpacked });
  } catch {
    return null;
  }
}

/** Undoes the predictors of PNG and TIFF (8 bits a component). */
function unpredict(bytes: Uint8Array | null, parameters: Dict): Uint8Array | null {
  const predictor = numberOf(parameters.get('Predictor'), 1);
  if (bytes === null || predictor < 2) return bytes;
  const bits = numberOf(parameters.get('BitsPerComponent'), 8);
  const pixel = Math.max(1, (numberOf(parameters.get('Colors'), 1) * bits) >> 3);
  const row = Math.ceil((numberOf(parameters.get('Columns'), 1) * pixel * 8) / 8);
  return predictor === 2 ? unpredictTiff(bytes, row, pixel) : unpredictPng(bytes, row, pixel);
}

function unpredictTiff(bytes: Uint8Array, row: number, pixel: number): Uint8Array {
  const out = bytes.slice();
  for (let i = 0; i < out.length; i++) {
    if (i % row >= pixel) out[i] = (out[i] ?? 0) + (out[i - pixel] ?? 0);
  }
  return out;
}

function unpredictPng(bytes: Uint8Array, row: number, pixel: number): Uint8Array {
  const rows = Math.ceil(bytes.length / (row + 1));
  const out = new Uint8Array(rows * row);
  for (let r = 0; r < rows; r++) {
    const from = r * (row + 1) + 1;
    const kind = bytes[from - 1] ?? 0;
    const to = r * row;
    for (let i = 0; i < row; i++) {
      const left = i >= pixel ? (out[to + i - pixel] ?? 0) : 0;
      const up = r > 0 ? (out[to + i - row] ?? 0) : 0;
      const corner = i >= pixel && r > 0 ? (out[to + i - row - pixel] ?? 0) : 0;
      out[to + i] = (bytes[from + i] ?? 0) + predicted(kind, { left, up, corner });
    }
  }
  return out;
}

function predicted(kind: number, { left, up, corner }: { left: number; up: number; corner: number }): number {
  if (kind === 1) return left;
  if (kind === 2) return up;
  if (kind === 3) return (left + up) >> 1;
  if (kind !== 4) return 0;
  const estimate = left + up - corner;
  const a = Math.abs(estimate - left);
  const b = Math.abs(estimate - up);
  const c = Math.abs(estimate - corner);
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

function asciiHex(bytes: Uint8Array): Uint8Array {
  const text =
    latin1(bytes, 0, bytes.length)
      .split('>')[0]
      ?.replace(/[^0-9a-fA-F]/g, '') ?? '';
  return Uint8Array.from({ length: (text.length + 1) >> 1 }, (_, i) =>
    Number.parseInt(text.slice(2 * i, 2 * i + 2).padEnd(2, '0'), 16),
  );
}

function ascii85(bytes: Uint8Array): Uint8Array {
  const out: number[] = [];
  let group: number[] = [];
  const flush = (count: number) => {
    while (group.length < 5) group.push(84);
    const value = group.reduce((sum, digit) => sum * 85 + digit, 0);
    for (let i = 0; i < count; i++) out.push(Math.floor(value / 256 ** (3 - i)) & 0xff);
    group = [];
  };
  for (const code of bytes) {
    if (code === 0x7e) break;
    if (code === 0x7a && group.length === 0) out.push(0, 0, 0, 0);
    else if (code >= 0x21 && code <= 0x75) group.push(code - 0x21);
    if (group.length === 5) flush(4);
  }
  if (group.length > 1) flush(group.length - 1);
  return Uint8Array.from(out);
}

function runLength(bytes: Uint8Array): Uint8Array {
  const out: number[] = [];
  for (let at = 0; at < bytes.length && bytes[at] !== 128 && out.length < maxUnpacked; ) {
    const length = bytes[at] ?? 128;
    if (length < 128) out.push(...bytes.subarray(at + 1, at + 2 + length));
    else out.push(...new Uint8Array(257 - length).fill(bytes[at + 1] ?? 0));
    at += length < 128 ? length + 2 : 2;
  }
  return Uint8Array.from(out);
}

function lzw(bytes: Uint8Array, early: number): Uint8Array {
  const out: number[] = [];
  let table: number[][] = [];
  let previous: number[] | null = null;
  let width = 9;
  const reset = () => {
    table = Array.from({ length: 258 }, (_, i) => (i < 256 ? [i] : []));
    previous = null;
    width = 9;
  };
  reset();
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    bits = (bits << 8) | byte;
    held += 8;
    if (held < width) continue;
    held -= width;
    const code = (bits >> held) & ((1 << width) - 1);
    bits &= (1 << held) - 1;
    if (code === 257 || out.length > maxUnpacked) break;
    if (code === 256) {
      reset();
      continue;
    }
    const last: number[] | null = previous;
    const entry: number[] = table[code] ?? (last ? [...last, last[0] ?? 0] : []);
    if (last) table.push([...last, entry[0] ?? 0]);
    for (const value of entry) out.push(value);
    previous = entry;
    width = Math.min(12, Math.max(9, 32 - Math.clz32(table.length + early)));
  }
  return Uint8Array.from(out);
}
