import { saraAmShare } from '../facts.ts';
import { judge } from '../judge.ts';
import type { Site } from '../resolve.ts';
import type { Finding, RepairContext, RepairRule } from '../rule.ts';

/**
 * SARA AM where SARA AA belongs, all over a font: the font's one glyph of SARA AA bears the value
 * that it had at its first use, in a SARA AM ("รำยงำน" for "รายงาน"). Clean text has 8 or 9 SARA AM
 * among a hundred of both; where most are, the words decide each. "ทำ" and "จำ" stay.
 */
export const amForAa: RepairRule = {
  name: 'am-for-aa',
  *find(context): Generator<Finding> {
    const share = saraAmShare(context.facts);
    if (!(share > SUSPECT)) return;
    const sites = [...sitesOf(context, share)];
    if (sites.length === 0) return;
    yield* judge(context.text, sites, {
      sure: 7,
      usual: 1.5,
      detail: 'most SARA AA of the text are SARA AM',
      kind: 'context',
      list: share > 0.8,
    });
  },
};

/** Above this share of SARA AM the text is looked at; short clean texts reach it too. */
const SUSPECT = 0.3;

function* sitesOf(context: RepairContext, share: number): Generator<Site> {
  const { text, facts } = context;
  const whole = share > 0.8 && facts.saraAm >= 6;
  for (const { index, 0: found } of text.matchAll(/(?<=[ก-ฮ][ัิ-ู]?[่-๋]?)[าำ]/g)) {
    if (context.isProven(index)) continue;
    const am = found === 'ำ';
    const cost = am ? (whole ? -1 : 3) : 8;
    const arcs = [{ start: index, end: index + 1, after: am ? 'า' : 'ำ', cost }];
    // The tone mark may be NIKHAHIT by another name: "ท้ำ" for "ทำ".
    const toned = am && facts.saraAm > 1 && /[่-๋]/.test(text.charAt(index - 1));
    if (toned) arcs.unshift({ start: index - 1, end: index + 1, after: 'ำ', cost: 3 });
    yield { start: toned ? index - 1 : index, end: index + 1, arcs };
  }
}
