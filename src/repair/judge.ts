import type { Evidence, EvidenceKind } from '../document/evidence.ts';
import { thaiLexicon } from '../document/lexicon.ts';
import { bestPath } from '../document/lexicon-path.ts';
import { type Decision, resolve, type Site } from './resolve.ts';
import type { Finding } from './rule.ts';

/** How a rule turns the decisions of the lexicon into findings. */
export interface Judgement {
  /** How much dearer the text as it stands must be, in nats; below it the site stays undecided. */
  readonly sure: number;
  /** How much dearer every other reading must be, in nats. */
  readonly rival?: number;
  /** The same where the letters alone show the fault, or where the text has it by habit. */
  readonly usual?: number;
  /** What the rule sees in the text, for a reader. */
  readonly detail: string;
  /** What proves it, beside the lexicon. */
  readonly kind?: EvidenceKind;
  /** Whether sites that nearly reach `sure` are listed as undecided; on unless said otherwise. */
  readonly list?: boolean;
}

/** A text in which a fault comes this often, in UTF-16 units, has it by habit. */
const DENSE = 300;

/**
 * The findings of a rule whose sites the lexicon decides: an edit where a reading with a known word
 * is surely the cheapest, an undecided place where it is the cheapest but not surely so.
 */
export function* judge<S extends Site>(
  text: string,
  sites: readonly S[],
  judgement: Judgement,
): Generator<Finding> {
  const decisions = resolve(text, sites);
  const { sure, usual = sure } = judgement;
  const certain = decisions.filter(
    (one) => one.arc !== null && one.margin >= sure && isKnown(one.word),
  ).length;
  const habit = certain * DENSE >= text.length && certain > 0;
  for (const decision of decisions) {
    const lenient = habit || decision.site.broken === true;
    yield* findingOf(decision, judgement, { need: lenient ? Math.min(sure, usual) : sure, certain });
  }
}

function* findingOf(
  { arc, margin, gain, word }: Decision,
  { detail, kind, sure, rival = 1, list = true }: Judgement,
  { need, certain }: { need: number; certain: number },
): Generator<Finding> {
  if (arc === null) return;
  const { start, end, after } = arc;
  if (gain < need || margin < rival || !isKnown(word)) {
    if (list)
      yield { start, end, candidates: [after], reason: `${detail}, but other readings are likely too` };
    return;
  }
  const evidence: Evidence[] = kind === undefined ? [] : [{ kind, detail }];
  const score = Math.round(gain * 10) / 10;
  evidence.push({ kind: 'lexicon', word, score, ...(kind === undefined && { detail }) });
  if (margin < sure)
    evidence.push({ kind: 'context', count: certain, detail: 'sure sites of the same kind in the text' });
  yield { start, end, after, evidence, confidence: confidenceOf(Math.max(margin, sure)) };
}

/**
 * Whether letters are a word of the lexicon or several in a row; none are there where an edit lies
 * between two words.
 */
export function isKnown(letters: string): boolean {
  return letters === '' || thaiLexicon().has(letters) || bestPath(letters).unknown === 0;
}

/** What a margin in nats is worth; measured over the cases of each class. */
export function confidenceOf(margin: number): number {
  return margin > 12 ? 0.99 : margin > 8 ? 0.97 : margin > 5 ? 0.94 : 0.9;
}
