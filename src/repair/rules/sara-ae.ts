import type { Evidence } from '../../document/evidence.ts';
import type { Finding, RepairRule } from '../rule.ts';

const TWICE: readonly Evidence[] = [
  { kind: 'code-point', detail: 'SARA E twice before a consonant is SARA AE' },
];

/** SARA E typed or drawn twice for SARA AE: "เเละ" is "และ". */
export const saraAe: RepairRule = {
  name: 'sara-ae',
  *find({ text }): Generator<Finding> {
    for (const { index } of text.matchAll(/(?<!เ)เเ(?=[ก-ฮ])/g)) {
      yield { start: index, end: index + 2, after: 'แ', evidence: TWICE, confidence: 0.999 };
    }
  },
};
