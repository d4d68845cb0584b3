import { composeEdits } from '../document/compose.ts';
import type { Diagnostic } from '../document/diagnostic.ts';
import {
  applyEdits,
  type Edit,
  type Edits,
  invertEdits,
  type PositionMap,
  positionMap,
} from '../document/edit.ts';
import type { ExtractedPage, RepairedPage, Undecided } from '../document/page.ts';
import { repairsOf } from '../document/repairs.ts';
import { THAI_BASE, ThaiClass, thaiClass } from '../document/thai.ts';
import { contextOf, mapBlocks, mapSpans, type Progress } from './context.ts';
import { type FoundEdit, isEdit, type RepairContext, type RepairRule } from './rule.ts';
import { LAYOUT, verdict } from './verdict.ts';

/** What to do besides mending. */
export interface RepairOptions {
  /** Join the line ends inside a block; on unless said otherwise. */
  readonly joinLines?: boolean;
}

/** What one rule found on a page. */
interface Outcome {
  readonly edits: readonly Edit[];
  readonly undecided: readonly Undecided[];
}

/**
 * Repairs one page with the rules in their order. A rule that throws is passed over, and the page
 * gets a diagnostic that names it.
 */
export function repairWith(
  rules: readonly RepairRule[],
  page: ExtractedPage,
  options: RepairOptions = {},
): RepairedPage {
  const joinLines = options.joinLines ?? true;
  const diagnostics: Diagnostic[] = [...page.diagnostics];
  const claimed = claimedEdits(page);
  let progress: Progress = { text: page.text, edits: [], earlier: claimed?.edits ?? [] };
  let context = contextOf(page, progress, joinLines);
  let undecided: Undecided[] = [];
  for (let pass = 0; pass < PASSES; pass += 1) {
    let settled = true;
    undecided = [];
    for (const rule of rules) {
      const found = tryRule(rule, context, diagnostics);
      undecided.push(...found.undecided);
      if (found.edits.length === 0) continue;
      undecided = moveUndecided(undecided, positionMap(found.edits));
      settled &&= LAYOUT.has(rule.name) && found.edits.every((edit) => joinsWords(progress.text, edit));
      progress = advance(page.text, progress, found.edits);
      context = contextOf(page, progress, joinLines);
    }
    if (settled) break;
  }
  return verdict(finish(page, progress, { undecided, diagnostics }), context);
}

/** Whether what an edit joined needs no second look: a word or a figure begins after it. */
function joinsWords(text: string, edit: Edit): boolean {
  const code = text.charCodeAt(edit.end);
  const thai = thaiClass(code);
  return thai === 0
    ? code > 0x20 && code < 0x7f
    : (thai & (THAI_BASE | ThaiClass.leadingVowel | ThaiClass.digit)) !== 0;
}

/** What one rule mends may let another see; one more look at most finds nothing on all but odd texts. */
const PASSES = 4;

function advance(start: string, progress: Progress, edits: Edits): Progress {
  return {
    ...progress,
    text: applyEdits(progress.text, edits),
    edits: composeEdits(start, progress.edits, edits),
  };
}

/** The edits that a page went through before, where it is one that was repaired already. */
function claimedEdits(page: ExtractedPage): { claimed: string; edits: Edits } | null {
  if (!('claimed' in page && 'repairs' in page)) return null;
  const { claimed, repairs } = page as RepairedPage;
  const back = repairs.map((repair) => ({ ...repair, after: repair.before }));
  return { claimed, edits: invertEdits(page.text, back) };
}

function finish(
  page: ExtractedPage,
  { text, edits, earlier }: Progress,
  { undecided, diagnostics }: Pick<RepairedPage, 'undecided' | 'diagnostics'>,
): RepairedPage {
  const claimed = claimedEdits(page)?.claimed ?? page.text;
  const repairs = repairsOf(claimed, composeEdits(claimed, earlier, edits));
  const map = positionMap(edits);
  const blocks = edits.length === 0 ? page.blocks : mapBlocks(page.blocks, map);
  const lines = edits.length === 0 ? page.lines : mapSpans(page.lines, map);
  return { ...page, text, blocks, lines, claimed, repairs, undecided, diagnostics };
}

function tryRule(rule: RepairRule, context: RepairContext, diagnostics: Diagnostic[]): Outcome {
  try {
    return runRule(rule, context);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (!diagnostics.some((one) => one.rule === rule.name && one.severity === 'error')) {
      diagnostics.push({
        rule: rule.name,
        severity: 'error',
        message: `The repair rule ${rule.name} failed and was passed over: ${reason}`,
      });
    }
    return { edits: [], undecided: [] };
  }
}

function runRule(rule: RepairRule, context: RepairContext): Outcome {
  const found: FoundEdit[] = [];
  const undecided: Undecided[] = [];
  for (const finding of rule.find(context)) {
    if (isEdit(finding)) found.push(finding);
    else undecided.push({ ...finding, rule: rule.name });
  }
  if (found.length === 0) return { edits: [], undecided };
  return { edits: disjoint(found, context.text, rule.name), undecided };
}

/** Sorted edits that change something and do not overlap; of two that do, the first stays. */
function disjoint(found: readonly FoundEdit[], text: string, rule: string): Edit[] {
  const sorted = [...found].sort((a, b) => a.start - b.start || a.end - b.end);
  const edits: Edit[] = [];
  let free = 0;
  for (const { start, end, after, evidence, confidence } of sorted) {
    if (start < free || end < start || end > text.length) continue;
    if (text.slice(start, end) === after) continue;
    edits.push({ start, end, after, rule, evidence, confidence });
    free = start === end ? end + 1 : end;
  }
  return edits;
}

/** Places left open, after more edits; one that an edit has since written over is open no more. */
function moveUndecided(undecided: readonly Undecided[], map: PositionMap): Undecided[] {
  const moved: Undecided[] = [];
  for (const open of undecided) {
    const start = map.forward(open.start, 1);
    const end = map.forward(open.end, -1);
    if (end > start && end - start === open.end - open.start) moved.push({ ...open, start, end });
  }
  return moved;
}
