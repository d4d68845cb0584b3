import type { Evidence } from '../../document/evidence.ts';
import type { Finding, RepairRule } from '../rule.ts';

const FORM: readonly Evidence[] = [{ kind: 'code-point', detail: 'Normalization Form C' }];

/**
 * Normalization Form C, where the text is not in it: accents joined, marks in canonical order.
 * NFC keeps SARA AM whole; NFKC, which splits it, is never used.
 */
export const normalization: RepairRule = {
  name: 'normalization',
  *find({ text }): Generator<Finding> {
    if (text.normalize('NFC') === text) return;
    let at = 0;
    while (at < text.length) {
      const end = stretchEnd(text, at);
      const stretch = text.slice(at, end);
      const after = stretch.normalize('NFC');
      if (after !== stretch) yield { start: at, end, after, evidence: FORM, confidence: 1 };
      at = end;
    }
  },
};

/** Where a stretch ends that can be normalized alone: before the next ASCII character after its first. */
function stretchEnd(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && needsContext(text.charCodeAt(end))) end += 1;
  return end;
}

/** Marks, Hangul jamo and surrogates may join with what stands before; Thai letters never do. */
function needsContext(code: number): boolean {
  return code >= 0x0300 && !(code >= 0x0e01 && code < 0x0e38) && !(code >= 0x0e3f && code < 0x0e48);
}
