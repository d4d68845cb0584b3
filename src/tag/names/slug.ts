/**
 * A name as the last part of an id: lower case, letters, marks and digits of any script kept,
 * everything else a hyphen. `UN-ACT` gives `un-act`.
 */
export function slug(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
