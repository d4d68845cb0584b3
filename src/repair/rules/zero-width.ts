import type { Evidence } from '../../document/evidence.ts';
import { isThai } from '../../document/thai.ts';
import type { Finding, RepairRule } from '../rule.ts';

/** ZERO WIDTH SPACE, NON-JOINER and JOINER, WORD JOINER, BYTE ORDER MARK, SOFT HYPHEN. */
const ZERO_WIDTH = /[\u200b-\u200d\u2060\ufeff\u00ad]+/g;

const NO_WIDTH: readonly Evidence[] = [
  { kind: 'code-point', detail: 'a character without width beside Thai' },
];

/** Zero-width characters beside Thai letters: nobody sees them, and they part words. */
export const zeroWidth: RepairRule = {
  name: 'zero-width',
  *find({ text }): Generator<Finding> {
    for (const match of text.matchAll(ZERO_WIDTH)) {
      const start = match.index;
      const end = start + match[0].length;
      const mark = start === 0 && match[0] === '\ufeff';
      if (!mark && !isThai(text.charCodeAt(start - 1)) && !isThai(text.charCodeAt(end))) continue;
      yield { start, end, after: '', evidence: NO_WIDTH, confidence: 0.99 };
    }
  },
};
