import { ByteString, isArray, type PdfObject } from '../pdf-objects/object.ts';
import { cmapSections, maxEntries } from './cmap-sections.ts';

/**
 * The entries of a ToUnicode map (ISO 32000-2, 9.10.3): text by character code. What it has no entry
 * for is a hole, which a reader fills with a guess of its own.
 */
export function readToUnicode(bytes: Uint8Array): Map<number, string> {
  const map = new Map<number, string>();
  for (const [keyword, held] of cmapSections(bytes)) {
    if (keyword === 'endbfchar') readCharacters(held, map);
    if (keyword === 'endbfrange') readRanges(held, map);
    if (map.size >= maxEntries) break;
  }
  return map;
}

function readCharacters(held: readonly PdfObject[], map: Map<number, string>): void {
  for (let i = 0; i + 1 < held.length; i += 2) {
    const code = codeOf(held[i]);
    if (code >= 0) map.set(code, textOf(held[i + 1]));
  }
}

function readRanges(held: readonly PdfObject[], map: Map<number, string>): void {
  for (let i = 0; i + 2 < held.length; i += 3) {
    const first = codeOf(held[i]);
    const last = Math.min(codeOf(held[i + 1]), first + 0xffff);
    const target = held[i + 2];
    for (let code = first; code >= 0 && code <= last && map.size < maxEntries; code++) {
      map.set(code, isArray(target) ? textOf(target[code - first]) : shifted(textOf(target), code - first));
    }
  }
}

function codeOf(object: PdfObject | undefined): number {
  if (!(object instanceof ByteString)) return -1;
  let code = 0;
  for (let i = 0; i < object.bytes.length; i++) code = code * 256 + object.bytes.charCodeAt(i);
  return object.bytes.length === 0 ? -1 : code;
}

function textOf(object: PdfObject | undefined): string {
  if (!(object instanceof ByteString)) return '';
  const { bytes } = object;
  if (bytes.length === 1) return bytes;
  let text = '';
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    text += String.fromCharCode(bytes.charCodeAt(i) * 256 + bytes.charCodeAt(i + 1));
  }
  return text;
}

/** The text with its last unit moved on: the n-th of a range. */
function shifted(text: string, by: number): string {
  if (by === 0 || text === '') return text;
  return text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + by);
}
