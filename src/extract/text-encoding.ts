/** A text read from bytes, and the encoding that it was in. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-874';
}

/** Thai text in TIS-620 has at least this share of Thai letters among its bytes above ASCII. */
const thaiShare = 0.98;

/**
 * Reads text in UTF-8 (with or without a byte order mark), UTF-16 with one, or TIS-620 as Windows has it
 * (code page 874), which is told by nearly all bytes above ASCII being Thai letters. Null for anything else.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return tryDecode(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return tryDecode(bytes, 'utf-16be');
  if (bytes.subarray(0, 65_536).includes(0)) return null;
  return tryDecode(bytes, 'utf-8') ?? (isThai(bytes) ? tryDecode(bytes, 'windows-874') : null);
}

function tryDecode(bytes: Uint8Array, encoding: DecodedText['encoding']): DecodedText | null {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    return null;
  }
}

function isThai(bytes: Uint8Array): boolean {
  let high = 0;
  let thai = 0;
  for (const byte of bytes) {
    if (byte < 0x80) continue;
    high++;
    if ((byte >= 0xa1 && byte <= 0xda) || (byte >= 0xdf && byte <= 0xfb)) thai++;
  }
  return high >= 8 && thai >= thaiShare * high;
}
