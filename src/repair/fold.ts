/**
 * The same for texts that differ only in how SARA AM is written, in the order of marks, and in spaces.
 *
 * @example
 * foldThai('น้ำ') === foldThai('น\u0e4d\u0e49\u0e32'); // true
 */
export function foldThai(text: string): string {
  return text
    .replace(/\s/gu, '')
    .replaceAll('\u0e33', '\u0e4d\u0e32')
    .replace(/[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]{2,8}/g, (marks) => [...marks].sort().join(''))
    .normalize('NFC');
}
