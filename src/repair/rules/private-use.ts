import type { Evidence } from '../../document/evidence.ts';
import { isThaiLetter } from '../../document/thai.ts';
import { thaiOfPrivateUse } from '../../document/thai-private-use.ts';
import type { Finding, RepairRule } from '../rule.ts';

const PRIVATE = /[\uf700-\uf71a\uf884-\uf89e]/g;

/** Shifted and tailless glyphs of Thai fonts that a PDF gives by their private-use code points. */
export const privateUse: RepairRule = {
  name: 'private-use',
  *find({ text }): Generator<Finding> {
    for (const { index } of text.matchAll(PRIVATE)) {
      const code = text.charCodeAt(index);
      const after = thaiOfPrivateUse(code);
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

function isThaiNear(code: number): boolean {
  return isThaiLetter(code) || (code >= 0xf700 && code <= 0xf71a) || (code >= 0xf884 && code <= 0xf89e);
}
