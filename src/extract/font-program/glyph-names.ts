import { readFileSync } from 'node:fs';
import { thaiOfPrivateUse } from '../../document/thai-private-use.ts';

let names: ReadonlyMap<string, string> | undefined;

/**
 * The text that a glyph's name stands for, after the rules of the Adobe Glyph List: `uni0E48.low` is
 * MAI EK, `uni0E49_uni0E4D` two characters, `saraaathai` SARA AA. Private-use values of Thai fonts give
 * the Thai character. Null for names that say nothing (`g12`, `glyph00201`, `.notdef`).
 */
export function textOfName(name: string): string | null {
  const stem = name.split('.')[0] ?? '';
  if (stem === '') return null;
  let text = '';
  for (const part of stem.split('_')) {
    const piece = textOfPart(part);
    if (piece === null) return null;
    text += piece;
  }
  return text;
}

function textOfPart(part: string): string | null {
  const digits = /^uni((?:[0-9A-F]{4})+)$/.exec(part)?.[1] ?? /^u([0-9A-F]{4,6})$/.exec(part)?.[1];
  if (digits !== undefined) return textOfDigits(digits, part.startsWith('uni') ? 4 : digits.length);
  if (/^[A-Za-z]$/.test(part)) return part;
  names ??= readNames();
  return names.get(part) ?? null;
}

function textOfDigits(digits: string, width: number): string | null {
  let text = '';
  for (let at = 0; at < digits.length; at += width) {
    const code = Number.parseInt(digits.slice(at, at + width), 16);
    if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return null;
    text += thaiOfPrivateUse(code) || String.fromCodePoint(code);
  }
  return text;
}

function readNames(): ReadonlyMap<string, string> {
  const url = new URL('../../../src/extract/font-program/data/glyph-names.txt', import.meta.url);
  const known = new Map<string, string>();
  for (const line of readFileSync(url, 'utf8').split('\n')) {
    const [name, hex] = line.split(' ');
    if (line.startsWith('#') || !name || !hex) continue;
    const code = Number.parseInt(hex, 16);
    known.set(name, thaiOfPrivateUse(code) || String.fromCharCode(code));
  }
  return known;
}
