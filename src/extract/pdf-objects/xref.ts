import { Lexer } from './lexer.ts';
import { type Dict, isArray, isDict, Keyword, nameOf, numberOf, type PdfObject, Stream } from './object.ts';

/** Where an object is: at an offset of the file, or in an object stream. */
export interface Entry {
  readonly at: number;
  /** Number of the object stream that holds it. */
  readonly pack?: number;
}

/** Where every object of a file is. */
export interface Xref {
  readonly entries: ReadonlyMap<number, Entry>;
  readonly trailer: Dict;
}

type Parse = (at: number) => PdfObject | undefined;
type Unfilter = (stream: Stream) => Uint8Array | null;

/** More sections than this are a loop. */
const maxSections = 512;

interface Building {
  readonly bytes: Uint8Array;
  readonly parse: Parse;
  readonly unfilter: Unfilter;
  readonly entries: Map<number, Entry>;
  readonly free: Set<number>;
  trailer: Dict | null;
}

/** Reads the chain of cross-reference sections (ISO 32000-2, 7.5.4 and 7.5.8), newest first; null when broken. */
export function readXref(bytes: Uint8Array, parse: Parse, unfilter: Unfilter): Xref | null {
  const building: Building = { bytes, parse, unfilter, entries: new Map(), free: new Set(), trailer: null };
  const queue = [startOf(bytes)];
  const seen = new Set<number>();
  for (let at = queue.shift(); at !== undefined && seen.size < maxSections; at = queue.shift()) {
    if (at < 0 || seen.has(at)) continue;
    seen.add(at);
    const dict = readSection(building, at);
    if (dict === null) return null;
    building.trailer ??= dict;
    for (const key of ['XRefStm', 'Prev']) queue.push(numberOf(dict.get(key), -1));
  }
  const { entries, trailer } = building;
  return trailer === null ? null : { entries, trailer };
}

function startOf(bytes: Uint8Array): number {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const at = tail.lastIndexOf('startxref', undefined, 'latin1');
  return at < 0 ? -1 : numberOf(new Lexer(bytes, at + 9).next(), -1);
}

function readSection(building: Building, at: number): Dict | null {
  const lexer = new Lexer(building.bytes, at);
  const word = lexer.next();
  if (word instanceof Keyword && word.value === 'xref') return readTable(building, lexer);
  const stream = building.parse(at);
  return stream instanceof Stream ? readStream(building, stream) : null;
}

function readTable({ entries, free }: Building, lexer: Lexer): Dict | null {
  for (;;) {
    const first = lexer.next();
    if (typeof first !== 'number') break;
    const count = numberOf(lexer.next(), 0);
    for (let i = 0; i < count; i++) {
      const at = lexer.next();
      lexer.next();
      const kind = lexer.next();
      if (typeof at !== 'number' || !(kind instanceof Keyword)) return null;
      const number = first + i;
      if (kind.value !== 'n') free.add(number);
      else if (!entries.has(number) && !free.has(number)) entries.set(number, { at });
    }
  }
  const trailer = lexer.next();
  return isDict(trailer) ? trailer : null;
}

function readStream(building: Building, stream: Stream): Dict | null {
  const bytes = building.unfilter(stream);
  const widths = stream.dict.get('W');
  if (bytes === null || !isArray(widths)) return null;
  const [a = 0, b = 0, c = 0] = widths.map((width) => numberOf(width, 0));
  const index = stream.dict.get('Index');
  const ranges = isArray(index) ? index : [0, numberOf(stream.dict.get('Size'), 0)];
  let at = 0;
  const field = (width: number, otherwise: number) => {
    let value = width === 0 ? otherwise : 0;
    for (let i = 0; i < width; i++) value = value * 256 + (bytes[at++] ?? 0);
    return value;
  };
  for (let r = 0; r + 1 < ranges.length; r += 2) {
    const first = numberOf(ranges[r], 0);
    const end = first + numberOf(ranges[r + 1], 0);
    for (let number = first; number < end && at < bytes.length; number++) {
      enter(building, number, [field(a, 1), field(b, 0), field(c, 0)]);
    }
  }
  return stream.dict;
}

function enter(
  { entries, free }: Building,
  number: number,
  [kind, second, third]: readonly [number, number, number],
): void {
  if (kind === 0) free.add(number);
  else if (!entries.has(number) && !free.has(number)) {
    entries.set(number, kind === 2 ? { at: third, pack: second } : { at: second });
  }
}

/**
 * Searches a damaged file for `n g obj` and `trailer`; of several with one number the last counts.
 */
export function scanObjects(bytes: Uint8Array, parse: Parse, unfilter: Unfilter): Xref {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const entries = new Map<number, Entry>();
  for (const match of text.matchAll(/(?<![0-9])(\d{1,10})\s{1,4}\d{1,5}\s{1,4}obj/g)) {
    entries.set(Number(match[1]), { at: match.index });
  }
  const trailer = new Map(trailersIn(bytes, text));
  for (const [number, { at }] of [...entries]) {
    const object = parse(at);
    for (const own of trailerParts(object)) if (!trailer.has(own[0])) trailer.set(...own);
    if (!(object instanceof Stream)) continue;
    for (const own of packedNumbers(object, unfilter)) {
      if (!entries.has(own)) entries.set(own, { at: 0, pack: number });
    }
  }
  return { entries, trailer };
}

function* trailersIn(bytes: Uint8Array, text: string): Generator<[string, PdfObject]> {
  for (const { index } of text.matchAll(/trailer\s{0,4}<</g)) {
    const dict = new Lexer(bytes, index + 7).next();
    if (isDict(dict)) yield* dict;
  }
}

/** What an object may give to a trailer that is missing: a cross-reference stream, or the catalog. */
function trailerParts(object: PdfObject | undefined): Iterable<[string, PdfObject]> {
  if (object instanceof Stream) return nameOf(object.dict.get('Type')) === 'XRef' ? object.dict : [];
  return isDict(object) && nameOf(object.get('Type')) === 'Catalog' ? [['Root', object]] : [];
}

/** The numbers of the objects in an object stream. */
function* packedNumbers(stream: Stream, unfilter: Unfilter): Generator<number> {
  if (nameOf(stream.dict.get('Type')) !== 'ObjStm') return;
  const bytes = unfilter(stream);
  if (bytes === null) return;
  const index = new Lexer(bytes);
  for (let i = numberOf(stream.dict.get('N'), 0); i > 0; i--) {
    const number = index.next();
    index.next();
    if (typeof number !== 'number') return;
    yield number;
  }
}
