import type { LanguageSpan } from '../../document/page.ts';

/** Phinthu, which writes a bare consonant in Pali and Sanskrit and nowhere in Thai. */
const PHINTHU = /\u0e3a/;
/** A nikhahit that is no half of SARA AM. */
const NIKHAHIT = /\u0e4d(?!\u0e32)/;
/** Signs that only Thai words have: tone marks, thanthakhat, maitaikhu, and vowels that Pali lacks. */
const THAI_ONLY = /[\u0e48-\u0e4c\u0e47\u0e33\u0e36\u0e37\u0e42\u0e43\u0e44\u0e2f\u0e46](?!\u0e3a)/;
/** Letters that Sanskrit has and Pali has not. */
const SANSKRIT = /[\u0e28\u0e29\u0e24\u0e26]/;
const CHUNK = /[^\s"'“”‘’()[\],;:]+/gu;

type Verdict = 'certain' | 'possible' | 'thai';

/**
 * The stretches of Thai script within `[start, end)` that are certainly Pali or Sanskrit. A word with
 * phinthu proves it; words next to it without anything that only Thai has go with it. Pali in the
 * everyday Thai spelling, without phinthu, cannot be told from Thai and stays Thai.
 */
export function paliSpans(text: string, start: number, end: number): LanguageSpan[] {
  const part = text.slice(start, end);
  if (!PHINTHU.test(part)) return [];
  const spans: LanguageSpan[] = [];
  let chunks: RegExpExecArray[] = [];
  const close = (): void => {
    const span = certainSpan(chunks, start);
    if (span !== null) spans.push(span);
    chunks = [];
  };
  for (const chunk of part.matchAll(CHUNK)) {
    if (verdict(chunk[0]) === 'thai') close();
    else chunks.push(chunk);
  }
  close();
  return spans;
}

function verdict(word: string): Verdict {
  if (THAI_ONLY.test(word)) return 'thai';
  if (PHINTHU.test(word)) return 'certain';
  return NIKHAHIT.test(word) || word.length <= 12 ? 'possible' : 'thai';
}

/** Possible words count only between two that are certain, or beside one when a nikhahit speaks for them. */
function certainSpan(chunks: readonly RegExpExecArray[], offset: number): LanguageSpan | null {
  const proves = (chunk: RegExpExecArray): boolean => PHINTHU.test(chunk[0]) || NIKHAHIT.test(chunk[0]);
  if (!chunks.some((chunk) => PHINTHU.test(chunk[0]))) return null;
  const first = chunks.find(proves);
  const last = chunks.findLast(proves);
  if (first === undefined || last === undefined) return null;
  const words = chunks.slice(chunks.indexOf(first), chunks.indexOf(last) + 1).map((chunk) => chunk[0]);
  return {
    start: offset + first.index,
    end: offset + last.index + last[0].length,
    language: SANSKRIT.test(words.join('')) ? 'san' : 'pli',
  };
}
