/** A name such as `/Type`, without its slash. */
export class Name {
  readonly value: string;

  constructor(value: string) {
    this.value = value;
  }
}

/** A reference to an indirect object. */
export class Ref {
  readonly number: number;
  readonly generation: number;

  constructor(number: number, generation: number) {
    this.number = number;
    this.generation = generation;
  }
}

/** A string, as one character a byte. */
export class ByteString {
  readonly bytes: string;

  constructor(bytes: string) {
    this.bytes = bytes;
  }
}

/** A word outside names and strings: an operator, `obj`, `R`, `endstream`. */
export class Keyword {
  readonly value: string;

  constructor(value: string) {
    this.value = value;
  }
}

/** A stream before its filters. */
export class Stream {
  readonly dict: Dict;
  readonly raw: Uint8Array;

  constructor(dict: Dict, raw: Uint8Array) {
    this.dict = dict;
    this.raw = raw;
  }
}

/** A dictionary, its keys without their slashes. */
export type Dict = ReadonlyMap<string, PdfObject>;

/** Any object of a PDF (ISO 32000-2, 7.3). */
export type PdfObject =
  | null
  | boolean
  | number
  | Name
  | Ref
  | ByteString
  | Keyword
  | Stream
  | Dict
  | readonly PdfObject[];

/** Whether an object is a dictionary. */
export function isDict(object: PdfObject | undefined): object is Dict {
  return object instanceof Map;
}

/** Whether an object is an array. */
export function isArray(object: PdfObject | undefined): object is readonly PdfObject[] {
  return Array.isArray(object);
}

/** The text of a name, or null for anything else. */
export function nameOf(object: PdfObject | undefined): string | null {
  return object instanceof Name ? object.value : null;
}

/** A finite number, or what stands in for it. */
export function numberOf(object: PdfObject | undefined, otherwise: number): number {
  return typeof object === 'number' ? object : otherwise;
}
