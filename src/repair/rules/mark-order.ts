import type { Evidence } from '../../document/evidence.ts';
import type { Finding, RepairRule } from '../rule.ts';

/** A tone mark or THANTHAKHAT before the vowel that it stands on: "ท่ี" is "ที่". */
const BEFORE_VOWEL = /(?<=[ก-ฮ])([่-์])([ัิ-ู็])(?![\u0e31\u0e34-\u0e39\u0e47-\u0e4e])/g;

/** A tone mark after the vowel that follows its consonant: "หนา้" is "หน้า". */
const AFTER_VOWEL =
  /(?<=[ก-ฮ][ัิ-ู]?)([าะๅ])([่-๋])(?:[ \u00a0]+(?=\n|$))?(?![\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])/g;

const ORDER: readonly Evidence[] = [
  { kind: 'order', detail: 'consonant, vowel above or below, tone mark, vowel after' },
];

/** Marks of one cluster in an order that Thai does not have. */
export const markOrder: RepairRule = {
  name: 'mark-order',
  *find({ text }): Generator<Finding> {
    for (const pattern of [BEFORE_VOWEL, AFTER_VOWEL]) {
      for (const match of text.matchAll(pattern)) {
        const [both, first, second] = match;
        const start = match.index;
        yield {
          start,
          end: start + both.length,
          after: `${second}${first}`,
          evidence: ORDER,
          confidence: 0.995,
        };
      }
    }
  },
};
