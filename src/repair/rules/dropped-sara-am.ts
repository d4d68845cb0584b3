import type { Evidence } from '../../document/evidence.ts';
import type { Finding, RepairRule } from '../rule.ts';
import { type SaraAaSite, saraAaSites } from '../sara-am-model.ts';

/**
 * SARA AA where the source lost the NIKHAHIT of SARA AM: "ทาหน้าที่" for "ทำหน้าที่". The letters
 * and words around a site say how likely SARA AM is there; all sites together say how likely the
 * text is to have lost any. "ทาสี" and "ตาของยาย" stay.
 */
export const droppedSaraAm: RepairRule = {
  name: 'dropped-sara-am',
  *find({ text, isProven }): Generator<Finding> {
    const sitesFrom = (floor: number) =>
      saraAaSites(text, floor).filter(({ am, score, offset }) => am || score < FLOOR || !isProven(offset));
    let sites = sitesFrom(floorOf(text));
    if (lossOf(sites) > 0) sites = sitesFrom(SIEVE_FLOOR);
    const lost = lossOf(sites);
    for (const site of sites) {
      if (site.am || site.score < FLOOR || nearPhinthu(text, site.offset)) continue;
      yield* findingOf(site, lost - softplus(site.score));
    }
  },
};

/** A site under this log-odds is SARA AA for sure, and says nothing of the text. */
const FLOOR = -1;

/** Where the sieve says less, the lexicon is not asked: 1 SARA AM in 250 is lost, 3 sites of 4 are spared. */
const SIEVE_FLOOR = -6;

/** The more SARA AM the text has kept, the more a site must show before the lexicon is worth asking. */
function floorOf(text: string): number {
  const kept = text.match(/ำ/g)?.length ?? 0;
  return Math.min(0, SIEVE_FLOOR + kept);
}

/** Log-odds, before a look at it, that a text has lost SARA AM, and what each one that it has takes off. */
const PRIOR = -2.5;
const KEPT = -1.2;
const LEAST = -9;

/** Log-odds that the text has lost SARA AM. */
function lossOf(sites: readonly SaraAaSite[]): number {
  let kept = 0;
  let lost = 0;
  for (const site of sites) {
    if (site.am) kept += KEPT;
    else if (site.score >= FLOOR) lost += softplus(site.score);
  }
  return Math.max(LEAST, PRIOR + kept) + lost;
}

/** From these log-odds on a site is changed: the least sure are wrong once in 6, all once in 200. */
const SURE = 1.6;
const LIKELY = 0.5;

/** `others` are the log-odds that the other sites give to the text having lost SARA AM. */
function* findingOf({ offset, score }: SaraAaSite, others: number): Generator<Finding> {
  const odds = score - softplus(-others);
  const span = { start: offset, end: offset + 1 };
  const rounded = Math.round(odds * 10) / 10;
  if (odds >= SURE) {
    const evidence: Evidence[] = [
      {
        kind: 'context',
        score: rounded,
        detail: 'log-odds of SARA AM by the letters around and the whole text',
      },
    ];
    yield { ...span, after: 'ำ', evidence, confidence: Math.round(1000 / (1 + Math.exp(-odds))) / 1000 };
  } else if (odds >= LIKELY) {
    yield {
      ...span,
      candidates: ['ำ', 'า'],
      reason: `SARA AM is likelier, but not surely so (log-odds ${rounded})`,
    };
  }
}

function softplus(value: number): number {
  return value > 30 ? value : Math.log1p(Math.exp(value));
}

/** Pali and Sanskrit words, whose consonants bear PHINTHU, are not the model's. */
function nearPhinthu(text: string, offset: number): boolean {
  return text.slice(Math.max(0, offset - 8), offset + 8).includes('ฺ');
}
