import type { Evidence } from '../../document/evidence.ts';
import type { Finding, RepairRule } from '../rule.ts';

/**
 * SARA AM in pieces or out of order: NIKHAHIT and SARA AA in every order with a tone mark, a tone
 * mark after SARA AM, SARA AM with one of its pieces left beside it. Thai has no other reading for
 * these; Pali, which has, marks its consonants with PHINTHU and is left alone.
 */
const PIECES =
  /([ก-ฮ])(?:ํ([่-๋]?)ำ?า|([่-๋])ํ(?:า|ำ)|([่-๋]?)าํ([่-๋]?)|ํ?([่-๋]?)ำ([่-๋])|ํ([่-๋]?)ำ|([่-๋]?)ำ[าํ]([่-๋]?))(?![่-๋])/g;

const ORDER: readonly Evidence[] = [
  { kind: 'order', detail: 'NIKHAHIT, SARA AA and tone mark of one cluster' },
];

export const saraAm: RepairRule = {
  name: 'sara-am',
  *find({ text }): Generator<Finding> {
    for (const match of text.matchAll(PIECES)) {
      const start = match.index + 1;
      const end = match.index + match[0].length;
      const tones = match.slice(2).join('');
      const tone = tones.slice(0, 1);
      if (tones.length > 1 && tones !== tone.repeat(tones.length)) continue;
      const after = `${tone}ำ`;
      if (inPali(text, start)) {
        yield { start, end, candidates: [after], reason: 'a word with PHINTHU is Pali or Sanskrit' };
      } else {
        yield { start, end, after, evidence: ORDER, confidence: 0.999 };
      }
    }
  },
};

/** Whether the word around an offset, up to the white space beside it, has PHINTHU. */
function inPali(text: string, offset: number): boolean {
  for (let at = offset; at < text.length && !isBreak(text.charCodeAt(at)); at += 1) {
    if (text.charCodeAt(at) === 0x0e3a) return true;
    if (at - offset > 40) break;
  }
  for (let at = offset - 1; at >= 0 && !isBreak(text.charCodeAt(at)); at -= 1) {
    if (text.charCodeAt(at) === 0x0e3a) return true;
    if (offset - at > 40) break;
  }
  return false;
}

function isBreak(code: number): boolean {
  return code <= 0x20 || code === 0xa0;
}
