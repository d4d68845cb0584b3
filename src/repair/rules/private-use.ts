import type { Evidence } from '../../document/evidence.ts';
import { isThaiLetter } from '../../document/thai.ts';
import type { Finding, RepairRule } from '../rule.ts';

/**
 * Shifted and tailless glyphs of Thai fonts at private-use code points: the tables of Windows
 * (U+F700 to U+F71A) and of Mac OS (U+F884 to U+F89E), as HarfBuzz's Thai shaper has them.
 */
const WINDOWS = 'ฐิีึื่้๊๋์่้๊๋์ญัํ็่้๊๋์ฺุู';
const MACINTOSH = 'ัิีึื็่่่้้้๊๊๊๋๋๋์์์ํญฺุูฐ';

const PRIVATE = /[\uf700-\uf71a\uf884-\uf89e]/g;

export const privateUse: RepairRule = {
  name: 'private-use',
  *find({ text }): Generator<Finding> {
    for (const { index } of text.matchAll(PRIVATE)) {
      const code = text.charCodeAt(index);
      const after = thaiOf(code);
      const base = after === 'ฐ' || after === 'ญ';
      if (!isThaiNear(text.charCodeAt(index - 1)) && !(base && isThaiNear(text.charCodeAt(index + 1))))
        continue;
      const evidence: Evidence[] = [
        { kind: 'code-point', code, detail: code < 0xf800 ? 'Windows table' : 'Mac OS table' },
      ];
      yield { start: index, end: index + 1, after, evidence, confidence: 0.999 };
    }
  },
};

/** The character that a private-use code point stands for; '' where it is none of these. */
function thaiOf(code: number): string {
  return code < 0xf800 ? WINDOWS.charAt(code - 0xf700) : MACINTOSH.charAt(code - 0xf884);
}

function isThaiNear(code: number): boolean {
  return isThaiLetter(code) || (code >= 0xf700 && code <= 0xf71a) || (code >= 0xf884 && code <= 0xf89e);
}
