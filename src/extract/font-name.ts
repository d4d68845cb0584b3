/**
 * A font's name for a reader: without its subset prefix, escapes that a writer left in it undone, and
 * UTF-8 read as such ("TH SarabunIT๙").
 *
 * @example
 * readableFontName('ABCDEE+TH SarabunIT#e0#b9#99'); // 'TH SarabunIT๙'
 */
export function readableFontName(name: string): string {
  const plain = unescapeFontName(name).replace(/^[A-Z]{6}\+/, '');
  if (!/[\u0080-\u00ff]/.test(plain) || /[^\u0000-\u00ff]/.test(plain)) return plain;
  const text = Buffer.from(plain, 'latin1').toString('utf8');
  return text.includes('\ufffd') ? plain : text;
}

/** The name with `#e0` as the byte that it stands for, as a reader that unescapes twice has it. */
export function unescapeFontName(name: string): string {
  return name.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
