import type { Evidence } from '../../document/evidence.ts';
import type { Finding, RepairRule } from '../rule.ts';

/** A number of three figures or more in two scripts: "๒๕๖6". Thai figures with one of the other kind. */
const MIXED = /(?<![0-9๐-๙.,/-])(?=[๐-๙]*[0-9][๐-๙]*(?![0-9๐-๙]))[0-9๐-๙]{3,}/g;

export const mixedDigits: RepairRule = {
  name: 'mixed-digits',
  *find({ text }): Generator<Finding> {
    for (const match of text.matchAll(MIXED)) {
      const at = match[0].search(/[0-9]/);
      if (at < 0) continue;
      const start = match.index + at;
      const after = String.fromCharCode(text.charCodeAt(start) - 0x30 + 0x0e50);
      const evidence: Evidence[] = [
        { kind: 'context', word: match[0], detail: 'the other figures of the number are Thai' },
      ];
      yield { start, end: start + 1, after, evidence, confidence: 0.9 };
    }
  },
};
