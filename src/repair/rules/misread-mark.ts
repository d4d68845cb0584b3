import type { Evidence } from '../../document/evidence.ts';
import { thaiLexicon } from '../../document/lexicon.ts';
import { bestPath } from '../../document/lexicon-path.ts';
import type { Span } from '../../document/span.ts';
import { isThaiLetter } from '../../document/thai.ts';
import { type Arc, decode, type Reading } from '../decode.ts';
import { arcsIn } from '../mark-arcs.ts';
import type { Finding, RepairContext, RepairRule } from '../rule.ts';

/**
 * Marks that are wrong, missing or one too many, as character recognition, cleaners and fonts whose
 * letters bear the marks of their first use leave them: "ดวยตนเอง", "โครงกิาร", "ธนบูรี". Where no
 * words explain some letters and one or two marks more, less or other make them words, by far
 * likelier than any other reading.
 */
export const misreadMark: RepairRule = {
  name: 'misread-mark',
  *find(context): Generator<Finding> {
    if (!isWorthwhile(context)) return;
    let free = 0;
    for (const stretch of context.unknown) {
      if (stretch.start < free) continue;
      const window = windowOf(context.text, stretch);
      free = window.end;
      yield* findingsIn(context, window);
    }
  },
};

/** Clean pages have 1 to 3 % of their letters in no word; shorter texts say too little. */
const BROKEN_SHARE = 0.05;
const SHORT = 240;

/** Whether the text is recognized, is broken by measure, or is too short to measure. */
function isWorthwhile({ text, origin, unknown }: RepairContext): boolean {
  if (unknown.length === 0) return false;
  if (origin === 'ocr' || text.length < SHORT) return true;
  const letters = unknown.reduce((sum, { start, end }) => sum + end - start, 0);
  return letters > BROKEN_SHARE * text.length;
}

/** Marks that no letter bears together, or that the letter after them forbids. */
const IMPOSSIBLE = /[ัิ-ื็][่-๋]?า|([ัิ-ฺ็-๎])\1|[่-๋]{2}|[่-๋]ำ?[าำ]{2}|ั[่-๋]?(?![ก-ฮ่-๋ะ])|\ufffd/g;
const DENSE = 60;

/** A longer text is broken too with fewer tone marks than this a consonant; clean text has one in 5 or 6. */
const ENOUGH = 150;
const FEW_TONES = 1 / 25;

/** Whether the text, as it came, has marks that cannot be, one in every 60 letters, or has lost its own. */
function isBroken({ original, origin, facts, text, glyphs }: RepairContext): boolean {
  if (origin === 'ocr') return true;
  if (glyphs === null && facts.consonants >= ENOUGH) {
    const tones = text.match(/[่-๋]/g)?.length ?? 0;
    if (tones < FEW_TONES * facts.consonants) return true;
  }
  // Where there are glyphs, what they proved is mended already, and says nothing of the rest.
  const judged = glyphs === null ? original : text;
  const found = judged.match(IMPOSSIBLE)?.length ?? 0;
  return found > 0 && found * DENSE >= judged.length;
}

const REACH = 18;

/** The stretch with the letters around it, to the ends of the run or of reach. */
function windowOf(text: string, stretch: Span): Span {
  let { start, end } = stretch;
  while (stretch.start - start < REACH && isThaiLetter(text.charCodeAt(start - 1))) start -= 1;
  while (end - stretch.end < REACH && isThaiLetter(text.charCodeAt(end))) end += 1;
  return { start, end };
}

/**
 * How much dearer the text as it stands must be for each mark, and any other reading, in nats: in a
 * text known to be broken, and in any other, where names make up most of what no words explain.
 */
const SURE = 8;
const SURE_ALONE = 20;
const RIVAL = 2;
const RIVAL_ALONE = 4;

function* findingsIn(context: RepairContext, window: Span): Generator<Finding> {
  const { text } = context;
  const broken = isBroken(context);
  if (text.slice(window.start, window.end).includes('ฺ') || (!broken && context.glyphs !== null)) return;
  const arcs = arcsIn(text, window);
  const best = decode(text, window, arcs);
  const count = best.arcs.length;
  if (count === 0 || count > 3) return;
  const others = arcs.filter((arc) => !best.arcs.includes(arc));
  const gain = decode(text, window, []).cost - best.cost;
  const rival = decode(text, window, others).cost - best.cost;
  const reading = readingOf(text, window, best);
  if (bestPath(reading).unknown > 0) return;
  const need = broken ? SURE * count ** 0.5 : neededAlone(text, best);
  if (gain >= need && rival >= (broken ? RIVAL : RIVAL_ALONE)) {
    const evidence: Evidence[] = [
      { kind: 'lexicon', word: reading, score: Math.round(gain * 10) / 10, count },
    ];
    for (const arc of best.arcs) yield { ...arc, evidence, confidence: gain > 20 ? 0.95 : 0.9 };
  } else if (rival > 0.5 && gain > need * 0.7) {
    const reason = 'another mark would make a word, but not surely so';
    for (const { start, end, after } of best.arcs) yield { start, end, candidates: [after], reason };
  }
}

/** Names have marks that words do not, but seldom lack the one mark that makes a common word of them. */
const SURE_MISSING = 9;
const SURE_LONG = 16.5;
const LONG = 6;
const COMMON = 10;

function neededAlone(text: string, best: Reading): number {
  const [first, second] = best.arcs;
  const only = SURE_ALONE * best.arcs.length;
  if (first === undefined || best.arcs.length > 2) return only;
  const word = wordOf(text, best, first);
  if (second !== undefined && wordOf(text, best, second) !== word) return only;
  if (thaiLexicon().cost(word) > COMMON || word.length < 4) return only;
  const missing = best.arcs.every(
    (arc) => arc.after.length > arc.end - arc.start && !arc.after.endsWith('ำ'),
  );
  if (missing && (second === undefined || word.length >= LONG))
    return SURE_MISSING - (second === undefined ? 0 : 2);
  return word.length >= LONG && second === undefined ? SURE_LONG : only;
}

/** The word that an arc lies in, with the arcs inside it read. */
function wordOf(text: string, { arcs, ends }: Reading, arc: Arc): string {
  const start = ends.findLast((end) => end <= arc.start) ?? arc.start;
  const end = ends.find((one) => one >= arc.end) ?? arc.end;
  return readingOf(
    text,
    { start, end },
    { arcs: arcs.filter((one) => one.start >= start && one.end <= end) },
  );
}

function readingOf(text: string, window: Span, reading: Pick<Reading, 'arcs'>): string {
  let out = '';
  let at = window.start;
  for (const arc of reading.arcs) {
    out += text.slice(at, arc.start) + arc.after;
    at = arc.end;
  }
  return out + text.slice(at, window.end);
}
