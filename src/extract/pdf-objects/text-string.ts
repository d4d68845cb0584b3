/** The text of a text string (ISO 32000-2, 7.9.2.2): UTF-16 or UTF-8 by its mark, else one byte a character. */
export function textOfString(bytes: string): string {
  const raw = Buffer.from(bytes, 'latin1');
  if (bytes.startsWith('\u00fe\u00ff'))
    return raw
      .subarray(2, raw.length & ~1)
      .swap16()
      .toString('utf16le');
  if (bytes.startsWith('\u00ff\u00fe')) return raw.subarray(2).toString('utf16le');
  if (bytes.startsWith('\u00ef\u00bb\u00bf')) return raw.subarray(3).toString('utf8');
  return bytes;
}
