/** A page number as printed, with the value it stands for. */
export interface Folio {
  /** As printed, without brackets and dashes: `65`, `๒๖`, `iv`, `ก`. */
  readonly text: string;
  readonly value: number;
}

const thaiZero = 0x0e50;
/** The order of Thai letters as page numbers; ฃ, ฅ and ฆ are not used. */
const thaiLetters = 'กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ';

const wrapped =
  /^(?:[[(]\s?|[-–—]\s?|หน้า(?:ที่)?\s{0,4}|page\s{1,3}|p\.\s?)?([0-9๐-๙]{1,4}|[ivxlc]{1,7}|[ก-ฮ])(?:\s?[\])]|\s?[-–—]|\s?\/\s?[0-9๐-๙]{1,4}|\s(?:of|จาก)\s[0-9๐-๙]{1,4})?$/iu;

/**
 * Reads a line that is nothing but a page number: `65`, `[65]`, `- ๒๖ -`, `หน้า 5`, `Page 5 of 9`,
 * `iv`, `(ก)`. Letters count only inside brackets or dashes.
 */
export function readFolio(line: string): Folio | null {
  const trimmed = line.trim();
  const text = wrapped.exec(trimmed)?.[1];
  if (text === undefined) return null;
  const value = folioValue(text);
  const bare = trimmed === text;
  if (value === null || (bare && /^[ก-ฮ]$|^[cl]$/u.test(text))) return null;
  return { text, value };
}

/** The number that a printed page number stands for; null when it is none. */
export function folioValue(text: string): number | null {
  if (/^[0-9๐-๙]+$/u.test(text)) return Number([...text].map(digit).join(''));
  if (/^[ivxlc]+$/iu.test(text)) return romanValue(text.toLowerCase());
  const letter = thaiLetters.indexOf(text);
  return letter < 0 ? null : letter + 1;
}

function digit(character: string): string {
  const code = character.charCodeAt(0);
  return code >= thaiZero ? String(code - thaiZero) : character;
}

const romanUnits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

function romanValue(text: string): number | null {
  let value = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = romanUnits[text[i] ?? ''] ?? 0;
    value += unit < (romanUnits[text[i + 1] ?? ''] ?? 0) ? -unit : unit;
  }
  return value > 0 && roman(value) === text ? value : null;
}

function roman(value: number): string {
  const parts: readonly [number, string][] = [
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ];
  let rest = value;
  let out = '';
  for (const [unit, letters] of parts) {
    while (rest >= unit) {
      out += letters;
      rest -= unit;
    }
  }
  return out;
}
