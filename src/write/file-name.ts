/** Longest file name that is made, in UTF-8 bytes: leaves room for suffixes within the usual 255. */
const maxBytes = 180;

/** Device names of Windows: files of these names cannot be made or copied there. */
const reserved = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;

/**
 * The name, without extension, for what is written about a source: from the file's own name, safe on
 * every file system. Thai names are kept; folders, `.pdf` and `.txt`, control and invisible characters,
 * leading dots and dashes are not. NFC, at most 180 bytes of UTF-8, never empty.
 *
 * @example
 * safeName('../รายงาน ๒๕๕๑.pdf'); // 'รายงาน ๒๕๕๑'
 */
export function safeName(fileName: string): string {
  const base = fileName.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const cleaned = base
    .replace(/\.(pdf|txt)$/i, '')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFD]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[\s.-]+/, '');
  const name = trimEnd(cutBytes(cleaned));
  if (name === '') return 'document';
  return reserved.test(name) ? `_${name}` : name;
}

/** The name without the dots and white space at its end, which Windows drops. */
function trimEnd(name: string): string {
  let end = name.length;
  while (end > 0 && /[\s.]/.test(name.charAt(end - 1))) end -= 1;
  return name.slice(0, end);
}

/** The longest start of the name that fits, cut between grapheme clusters. */
function cutBytes(name: string): string {
  if (Buffer.byteLength(name) <= maxBytes) return name;
  let kept = '';
  let bytes = 0;
  for (const { segment } of new Intl.Segmenter('und').segment(name.slice(0, maxBytes))) {
    bytes += Buffer.byteLength(segment);
    if (bytes > maxBytes) break;
    kept += segment;
  }
  return kept;
}
