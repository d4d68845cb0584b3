import { ByteString, type PdfObject } from '../pdf-objects/object.ts';
import { cmapSections, maxEntries } from './cmap-sections.ts';

/** CIDs by code of an embedded CMap (ISO 32000-2, 9.7.5.4): its `cidchar` and `cidrange` entries. */
export function readCidMap(bytes: Uint8Array): Map<number, number> {
  const map = new Map<number, number>();
  for (const [keyword, held] of cmapSections(bytes)) {
    if (keyword === 'endcidchar') addRanges(held, 2, map);
    if (keyword === 'endcidrange') addRanges(held, 3, map);
    if (map.size >= maxEntries) break;
  }
  return map;
}

function addRanges(held: readonly PdfObject[], step: 2 | 3, map: Map<number, number>): void {
  for (let i = 0; i + step <= held.length; i += step) {
    const first = codeOf(held[i]);
    const last = Math.min(step === 3 ? codeOf(held[i + 1]) : first, first + 0xffff);
    const cid = held[i + step - 1];
    if (typeof cid !== 'number') continue;
    for (let code = first; code <= last && map.size < maxEntries; code++) map.set(code, cid + code - first);
  }
}

function codeOf(object: PdfObject | undefined): number {
  if (!(object instanceof ByteString)) return -1;
  let code = 0;
  for (let i = 0; i < object.bytes.length; i++) code = code * 256 + object.bytes.charCodeAt(i);
  return code;
}
