import type { Evidence } from '../../document/evidence.ts';
import { isThaiLetter, thaiClass } from '../../document/thai.ts';
import { decode } from '../decode.ts';
import type { Finding, RepairRule } from '../rule.ts';

/**
 * Thai bytes read in another encoding: TIS-620 as Latin-1, UTF-8 as Latin-1 or Windows-1252, UTF-8
 * as CP874. Each stretch is read back and stands only if it is Thai by the lexicon.
 */
export const mojibake: RepairRule = {
  name: 'mojibake',
  *find({ text }): Generator<Finding> {
    yield* readBack(text, UTF8_AS_LATIN, latinByte);
    yield* readBack(text, UTF8_AS_THAI, thaiByte);
    yield* tis620(text);
  },
};

const THIRD_LATIN =
  '\\u0080-\\u00bf\\u20ac\\u201a\\u0192\\u201e\\u2026\\u2020\\u2021\\u02c6\\u2030\\u0160\\u2039\\u0152\\u017d\\u2018\\u2019\\u201c\\u201d\\u2022\\u2013\\u2014\\u02dc\\u2122\\u0161\\u203a\\u0153\\u017e\\u0178';
const UTF8_AS_LATIN = new RegExp(`(?:\\u00e0[\\u00b8\\u00b9][${THIRD_LATIN}])+`, 'g');
const UTF8_AS_THAI = /(?:เ[ธน][\u0080-\u009f€…‘’“”•–—\u00a0ก-ฟ])+/g;

/** Bytes 0x80 to 0x9F of Windows-1252 by character; undefined bytes stay C1 controls. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
/** The same of CP874. */
const CP874 =
  '€\u0081\u0082\u0083\u0084…\u0086\u0087\u0088\u0089\u008a\u008b\u008c\u008d\u008e\u008f\u0090‘’“”•–—\u0098\u0099\u009a\u009b\u009c\u009d\u009e\u009f';

function latinByte(character: string): number {
  const high = WINDOWS_1252.indexOf(character);
  return high >= 0 ? 0x80 + high : character.charCodeAt(0);
}

function thaiByte(character: string): number {
  const high = CP874.indexOf(character);
  if (high >= 0) return 0x80 + high;
  const code = character.charCodeAt(0);
  return thaiClass(code) === 0 ? code : code - 0x0e00 + 0xa0;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function* readBack(text: string, pattern: RegExp, byteOf: (character: string) => number): Generator<Finding> {
  for (const match of text.matchAll(pattern)) {
    const after = decodeUtf8(Uint8Array.from(match[0], byteOf));
    if (after === null || !everyThai(after)) continue;
    const start = match.index;
    const end = start + match[0].length;
    if (pattern === UTF8_AS_THAI && !readsBetter(match[0], after)) continue;
    yield { start, end, after, evidence: evidence('UTF-8 bytes read one by one'), confidence: 0.99 };
  }
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

function everyThai(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (thaiClass(text.charCodeAt(at)) === 0) return false;
  return true;
}

/** "เธ" and "เน" are Thai too: what comes out must be likelier by far than what stands there. */
function readsBetter(before: string, after: string): boolean {
  return costOf(after) * 2 < costOf(before);
}

/** A stretch of Latin-1 letters and signs without ASCII letters or Thai beside them. */
const TIS620 = /(?<![\p{L}\p{M}])[\u00a1-\u00da\u00df-\u00fb][\u00a0-\u00da\u00df-\u00fb]*(?![\p{L}\p{M}])/gu;

function* tis620(text: string): Generator<Finding> {
  const found = [...text.matchAll(TIS620)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    after: match[0].replace(/[\u00a0-\u00fb]/g, thaiOfByte),
  }));
  const letters = found.reduce((sum, one) => sum + one.after.length, 0);
  const certain = found.filter((one) => one.after.length >= 3 && isThaiWords(one.after));
  const certainLetters = certain.reduce((sum, one) => sum + one.after.length, 0);
  if (certainLetters === 0 || certainLetters * 2 < letters) return;
  for (const { start, end, after } of found) {
    yield {
      start,
      end,
      after,
      evidence: evidence('TIS-620 bytes read as Latin-1', certainLetters),
      confidence: 0.98,
    };
  }
}

function thaiOfByte(character: string): string {
  const code = character.charCodeAt(0);
  return code === 0xa0 ? character : String.fromCharCode(code - 0xa0 + 0x0e00);
}

/** Whether every stretch of Thai letters is made of words of the lexicon. */
function isThaiWords(text: string): boolean {
  return isThaiLetter(text.charCodeAt(0)) && costOf(text) < 4.5 * text.length + 4;
}

function costOf(text: string): number {
  return decode(text, { start: 0, end: text.length }, []).cost;
}

function evidence(detail: string, count?: number): Evidence[] {
  return [count === undefined ? { kind: 'code-point', detail } : { kind: 'code-point', detail, count }];
}
