import { ByteString, Keyword, Name, type PdfObject, Ref } from './object.ts';

const WHITE = 1;
const DELIMITER = 2;
const KINDS = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32]) KINDS[code] = WHITE;
for (const character of '()<>[]{}/%') KINDS[character.charCodeAt(0)] = DELIMITER;

/** Deeper arrays and dictionaries than this are no sound PDF. */
const maxDepth = 64;

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** What ends an array, a dictionary or the data. */
const closing: Readonly<Record<string, Keyword>> = {
  ']': new Keyword(']'),
  '>>': new Keyword('>>'),
};
/** The end of the data, as a token. */
export const END = new Keyword('');

/**
 * Reads the objects of a PDF file or content stream from bytes (ISO 32000-2, 7.2 and 7.3). Never throws:
 * what cannot be read comes as a keyword.
 */
export class Lexer {
  readonly bytes: Uint8Array;
  at: number;
  #depth = 0;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  /** The next object, or {@link END}. */
  next(): PdfObject {
    this.skipSpace();
    const code = this.bytes[this.at];
    if (code === undefined) return END;
    switch (code) {
      case 0x2f:
        return this.#name();
      case 0x28:
        return this.#literal();
      case 0x3c:
        return this.bytes[this.at + 1] === 0x3c ? this.#dict() : this.#hex();
      case 0x5b:
        return this.#array();
      case 0x5d:
        this.at++;
        return closing[']'] ?? END;
      case 0x3e:
        this.at += this.bytes[this.at + 1] === 0x3e ? 2 : 1;
        return closing['>>'] ?? END;
      case 0x29:
      case 0x7b:
      case 0x7d:
        this.at++;
        return new Keyword(String.fromCharCode(code));
      default:
        return this.#word(code);
    }
  }

  /** Moves past white space and comments. */
  skipSpace(): void {
    const { bytes } = this;
    let at = this.at;
    for (;;) {
      const code = bytes[at] ?? -1;
      if (code === 0x25) {
        while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at++;
      } else if (code >= 0 && KINDS[code] === WHITE) at++;
      else break;
    }
    this.at = at;
  }

  #word(first: number): PdfObject {
    const start = this.at;
    const { bytes } = this;
    let at = start + 1;
    while (at < bytes.length && KINDS[bytes[at] ?? 0] === 0) at++;
    this.at = at;
    const numeric = (first >= 0x30 && first <= 0x39) || first === 0x2d || first === 0x2b || first === 0x2e;
    const word = latin1(bytes, start, at);
    if (numeric) return readNumber(word);
    if (word === 'true') return true;
    if (word === 'false') return false;
    return word === 'null' ? null : new Keyword(word);
  }

  #name(): Name {
    const { bytes } = this;
    const start = this.at + 1;
    let at = start;
    while (at < bytes.length && KINDS[bytes[at] ?? 0] === 0) at++;
    this.at = at;
    const raw = latin1(bytes, start, at);
    if (!raw.includes('#')) return new Name(raw);
    return new Name(
      raw.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    );
  }

  #literal(): ByteString {
    const { bytes } = this;
    let at = this.at + 1;
    let depth = 1;
    const parts: string[] = [];
    let start = at;
    while (at < bytes.length) {
      const code = bytes[at];
      if (code === 0x5c) {
        parts.push(latin1(bytes, start, at));
        at = this.#escape(at + 1, parts);
        start = at;
        continue;
      }
      if (code === 0x28) depth++;
      else if (code === 0x29 && --depth === 0) break;
      at++;
    }
    parts.push(latin1(bytes, start, at));
    this.at = at + 1;
    return new ByteString(parts.join(''));
  }

  /** Reads what stands after a backslash; returns where the text goes on. */
  #escape(at: number, parts: string[]): number {
    const { bytes } = this;
    const code = bytes[at] ?? 0;
    if (code >= 0x30 && code <= 0x37) {
      let value = 0;
      let end = at;
      while (end < at + 3 && (bytes[end] ?? 0) >= 0x30 && (bytes[end] ?? 0) <= 0x37) {
        value = value * 8 + (bytes[end] ?? 0) - 0x30;
        end++;
      }
      parts.push(String.fromCharCode(value & 0xff));
      return end;
    }
    if (code === 13) return bytes[at + 1] === 10 ? at + 2 : at + 1;
    if (code === 10) return at + 1;
    const character = String.fromCharCode(code);
    parts.push(escapes[character] ?? character);
    return at + 1;
  }

  #hex(): ByteString {
    const start = this.at + 1;
    let end = start;
    while (end < this.bytes.length && this.bytes[end] !== 0x3e) end++;
    this.at = end + 1;
    return new ByteString(bytesOfHex(latin1(this.bytes, start, end)));
  }

  #array(): PdfObject {
    this.at++;
    const items: PdfObject[] = [];
    if (++this.#depth <= maxDepth) {
      for (let item = this.next(); item !== closing[']'] && item !== END; item = this.next()) {
        pushJoined(items, item);
      }
    }
    this.#depth--;
    return items;
  }

  #dict(): PdfObject {
    this.at += 2;
    const items: PdfObject[] = [];
    if (++this.#depth <= maxDepth) {
      for (let item = this.next(); item !== closing['>>'] && item !== END; item = this.next()) {
        pushJoined(items, item);
      }
    }
    this.#depth--;
    const dict = new Map<string, PdfObject>();
    for (let i = 0; i + 1 < items.length; i += 2) {
      const key = items[i];
      if (key instanceof Name) dict.set(key.value, items[i + 1] ?? null);
      else i--;
    }
    return dict;
  }
}

/** Adds an item; `R` after two numbers makes one reference of the three. */
function pushJoined(items: PdfObject[], item: PdfObject): void {
  if (!(item instanceof Keyword)) {
    items.push(item);
    return;
  }
  if (item.value !== 'R') return;
  const generation = items.pop();
  const number = items.pop();
  items.push(
    typeof number === 'number' && typeof generation === 'number' ? new Ref(number, generation) : null,
  );
}

function readNumber(word: string): number {
  const number = Number(word);
  if (Number.isFinite(number)) return number;
  // Writers are known to print "--5", "1.2.3" and "5-3": the first sound part counts.
  const part = /[+-]?(?:\d+\.?\d*|\.\d+)/.exec(word)?.[0];
  return part === undefined ? 0 : Number(part);
}

/** One character a byte. */
export function latin1(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at += 4096) {
    text += String.fromCharCode(...bytes.subarray(at, Math.min(end, at + 4096)));
  }
  return text;
}

/** The bytes that hexadecimal digits stand for, anything else among them left out. */
function bytesOfHex(text: string): string {
  const digits = text.replace(/[^0-9a-fA-F]/g, '');
  let bytes = '';
  for (let at = 0; at < digits.length; at += 2) {
    bytes += String.fromCharCode(Number.parseInt(digits.slice(at, at + 2).padEnd(2, '0'), 16));
  }
  return bytes;
}
