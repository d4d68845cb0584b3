import type { Evidence } from '../../document/evidence.ts';
import { isThaiLetter, THAI_LETTER, ThaiClass, thaiClass } from '../../document/thai.ts';
import { resolve } from '../resolve.ts';
import type { Finding, RepairContext, RepairRule } from '../rule.ts';

/**
 * Line ends inside a block: Thai lines join with nothing, since Thai parts no words with spaces;
 * Latin ones, numbers and abbreviations with a space. Blank lines, tables and the line ends between
 * blocks stay.
 */
export const lineJoin: RepairRule = {
  name: 'line-join',
  *find(context): Generator<Finding> {
    const { text } = context;
    if (!context.joinLines || !text.includes('\n')) return;
    for (const match of text.matchAll(/[^\S\n]*\n[^\S\n]*/g)) {
      const start = match.index;
      const end = start + match[0].length;
      if (isEdge(text.charCodeAt(start - 1)) || isEdge(text.charCodeAt(end))) continue;
      if (!sameProse(context, start, end)) continue;
      const { after, detail, confidence } = joint(text, start, end);
      const evidence: Evidence[] = [{ kind: 'layout', detail }];
      yield { start, end, after, evidence, confidence };
    }
  },
};

interface Joint {
  readonly after: '' | ' ';
  readonly detail: string;
  readonly confidence: number;
}

/** The start or end of the text, or another line end. */
function isEdge(code: number): boolean {
  return Number.isNaN(code) || code === 0x0a;
}

function sameProse(context: RepairContext, start: number, end: number): boolean {
  if (!context.withinBlock(start, end + 1)) return false;
  const block = context.blocks.findLast((one) => one.start <= start);
  return block?.kind !== 'table';
}

/** An abbreviation with a full stop, such as "ค.ศ." or "พ.ร.บ.", after which and before which a space stands. */
const ABBREVIATION = /^[ก-ฮ]{1,4}\./;

function joint(text: string, start: number, end: number): Joint {
  const before = text.charCodeAt(start - 1);
  const after = text.charCodeAt(end);
  const spaceStood = text.charCodeAt(start) !== 0x0a;
  if (before === 0xad || before === 0x2010) return glue('a hyphen at the line end', 0.9);
  if (opens(before) || closes(after)) return glue('punctuation clings', 0.97);
  if (joinsHyphen(text, start, end)) return glue('a hyphen at the line end stays', 0.9);
  if (isThaiWord(before) && isThaiWord(after)) return thaiJoint(text, { start, end, spaceStood });
  return gap('not inside a Thai word', 0.97);
}

function thaiJoint(
  text: string,
  { start, end, spaceStood }: { start: number; end: number; spaceStood: boolean },
): Joint {
  if (ABBREVIATION.test(text.slice(end, end + 5))) return gap('before an abbreviation', 0.97);
  if (!spaceStood) return glue('Thai on both sides', 0.98);
  const [decision] = resolve(text, [{ start, end, arcs: [{ start, end, after: '', cost: 4 }] }]);
  const inWord = decision !== undefined && decision.arc !== null && decision.margin > 4;
  return inWord ? glue(`inside the word ${decision.word}`, 0.95) : gap('a space stood at the line end', 0.95);
}

function glue(detail: string, confidence: number): Joint {
  return { after: '', detail, confidence };
}

function gap(detail: string, confidence: number): Joint {
  return { after: ' ', detail, confidence };
}

function opens(code: number): boolean {
  return '([{“‘«'.includes(String.fromCharCode(code));
}

function closes(code: number): boolean {
  return ')]}”’»,;:.!?%'.includes(String.fromCharCode(code));
}

/** A Latin word or a number that breaks at its hyphen or slash; which kind of hyphen it is stays open. */
function joinsHyphen(text: string, start: number, end: number): boolean {
  return (
    /[\p{L}\p{N}][-/]$/u.test(text.slice(start - 2, start)) &&
    /^[\p{Ll}\p{N}]/u.test(text.slice(end, end + 2))
  );
}

/** A letter, or ๆ and ฯ, which end words too. */
function isThaiWord(code: number): boolean {
  return isThaiLetter(code) || (thaiClass(code) & (THAI_LETTER | ThaiClass.sign)) !== 0;
}
