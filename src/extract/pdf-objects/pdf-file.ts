import { type Decrypt, decryption } from './decryption.ts';
import { unfilter } from './filters.ts';
import { END, Lexer } from './lexer.ts';
import {
  ByteString,
  type Dict,
  isArray,
  isDict,
  Keyword,
  nameOf,
  numberOf,
  type PdfObject,
  Ref,
  Stream,
} from './object.ts';
import { readXref, scanObjects, type Xref } from './xref.ts';

/** References that lead to references are followed this far. */
const maxHops = 16;
/** Objects kept after they were read. */
const maxKept = 4096;

/**
 * The objects of a PDF file, read when asked for: the parts that pdf.js keeps to itself (font programs,
 * content streams, ToUnicode maps). Reads cross-reference tables and streams, object streams, and
 * encrypted files that open with the given password; a damaged file is searched for its objects.
 */
export class PdfFile {
  readonly bytes: Uint8Array;
  readonly #password: string;
  #xref: Xref;
  readonly #kept = new Map<number, PdfObject>();
  readonly #packs = new Map<number, ReadonlyMap<number, PdfObject>>();
  #decrypt: Decrypt | null | undefined;
  #scanned = false;

  constructor(bytes: Uint8Array, password = '') {
    this.bytes = bytes;
    this.#password = password;
    const parse = (at: number) => this.#parseAt(at, null);
    this.#xref = readXref(bytes, parse, (stream) => this.#unfiltered(stream, stream.raw)) ?? this.#scan();
    if (!isDict(this.resolve(this.#xref.trailer.get('Root')))) this.#xref = this.#scan();
  }

  get trailer(): Dict {
    return this.#xref.trailer;
  }

  /** The object behind a reference, or the object itself. */
  resolve(object: PdfObject | undefined): PdfObject {
    let at: PdfObject = object ?? null;
    for (let hop = 0; at instanceof Ref; hop++) at = hop < maxHops ? this.#fetch(at.number) : null;
    return at;
  }

  /** A dictionary, or that of a stream, or an empty one. */
  dict(object: PdfObject | undefined): Dict {
    const found = this.resolve(object);
    if (found instanceof Stream) return found.dict;
    return isDict(found) ? found : new Map();
  }

  /** An array, or an empty one. */
  array(object: PdfObject | undefined): readonly PdfObject[] {
    const found = this.resolve(object);
    return isArray(found) ? found : [];
  }

  /** The unpacked bytes of a stream, or null. */
  streamBytes(object: PdfObject | undefined): Uint8Array | null {
    const stream = this.resolve(object);
    return stream instanceof Stream ? this.#unfiltered(stream, stream.raw) : null;
  }

  #unfiltered(stream: Stream, raw: Uint8Array): Uint8Array | null {
    return unfilter(stream, raw, (object) => this.resolve(object));
  }

  #fetch(number: number): PdfObject {
    const kept = this.#kept.get(number);
    if (kept !== undefined) return kept;
    const object = this.#read(number);
    if (this.#kept.size >= maxKept) this.#kept.clear();
    this.#kept.set(number, object);
    return object;
  }

  #read(number: number): PdfObject {
    const entry = this.#xref.entries.get(number);
    if (entry === undefined) return null;
    if (entry.pack !== undefined) return this.#pack(entry.pack).get(number) ?? null;
    const object = this.#parseAt(entry.at, number);
    if (object !== undefined) return object;
    if (this.#scanned) return null;
    this.#xref = this.#scan();
    return this.#read(number);
  }

  /** The objects inside an object stream. */
  #pack(number: number): ReadonlyMap<number, PdfObject> {
    const known = this.#packs.get(number);
    if (known) return known;
    const objects = new Map<number, PdfObject>();
    this.#packs.set(number, objects);
    const stream = this.#fetch(number);
    const bytes = this.streamBytes(stream);
    if (!(stream instanceof Stream) || bytes === null) return objects;
    const count = numberOf(this.resolve(stream.dict.get('N')), 0);
    const first = numberOf(this.resolve(stream.dict.get('First')), 0);
    const index = new Lexer(bytes);
    for (let i = 0; i < count; i++) {
      const own = index.next();
      const at = index.next();
      if (typeof own !== 'number' || typeof at !== 'number') break;
      objects.set(own, new Lexer(bytes, first + at).next());
    }
    return objects;
  }

  /** Reads `n g obj ...` at an offset; undefined where no object, or another one, stands there. */
  #parseAt(at: number, expected: number | null): PdfObject | undefined {
    const lexer = new Lexer(this.bytes, at);
    let number = lexer.next();
    // Offsets that are a few bytes short fall into the `endobj` of the object before.
    if (number instanceof Keyword && 'endobj'.endsWith(number.value)) number = lexer.next();
    const generation = lexer.next();
    const word = lexer.next();
    if (typeof number !== 'number' || !(word instanceof Keyword) || word.value !== 'obj') return undefined;
    if (expected !== null && number !== expected) return undefined;
    const object = lexer.next();
    if (!isDict(object)) return object === END ? undefined : object;
    const data = streamStart(lexer);
    if (data < 0) return object;
    const raw = this.bytes.subarray(data, data + this.#lengthOf(object, data));
    return new Stream(object, this.#plain(object, raw, new Ref(number, numberOf(generation, 0))));
  }

  #plain(dict: Dict, raw: Uint8Array, { number, generation }: Ref): Uint8Array {
    if (nameOf(dict.get('Type')) === 'XRef') return raw;
    const decrypt = this.#decryption();
    return decrypt === null ? raw : decrypt(raw, number, generation);
  }

  #decryption(): Decrypt | null {
    if (this.#decrypt !== undefined) return this.#decrypt;
    const xref: Xref | undefined = this.#xref; // not there yet while the cross-references are read
    if (xref === undefined) return null;
    this.#decrypt = null; // while the dictionary itself is read
    const encrypt = this.resolve(xref.trailer.get('Encrypt'));
    if (!isDict(encrypt)) return null;
    const [id] = this.array(xref.trailer.get('ID'));
    const facts = { dict: encrypt, id: id instanceof ByteString ? id.bytes : '', password: this.#password };
    this.#decrypt = decryption(facts);
    return this.#decrypt;
  }

  /** The length that the dictionary gives where `endstream` follows it, else the distance to `endstream`. */
  #lengthOf(dict: Dict, data: number): number {
    const given = numberOf(this.resolve(dict.get('Length')), -1);
    if (given >= 0) {
      const after = new Lexer(this.bytes, data + given).next();
      if (after instanceof Keyword && after.value.startsWith('endstream')) return given;
    }
    const end = Buffer.from(this.bytes.buffer, this.bytes.byteOffset, this.bytes.length).indexOf(
      'endstream',
      data,
      'latin1',
    );
    return Math.max(0, (end < 0 ? this.bytes.length : end) - data);
  }

  #scan(): Xref {
    this.#scanned = true;
    this.#kept.clear();
    return scanObjects(
      this.bytes,
      (at) => this.#parseAt(at, null),
      (stream) => this.#unfiltered(stream, stream.raw),
    );
  }
}

/** Where a stream's data begins, right after the keyword `stream` and its line end; -1 without one. */
function streamStart(lexer: Lexer): number {
  const word = lexer.next();
  if (!(word instanceof Keyword) || word.value !== 'stream') return -1;
  const { bytes, at } = lexer;
  if (bytes[at] === 13) return bytes[at + 1] === 10 ? at + 2 : at + 1;
  return bytes[at] === 10 ? at + 1 : at;
}
