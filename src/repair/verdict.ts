import type { RepairedPage, Status } from '../document/page.ts';
import type { RepairContext } from './rule.ts';

/** A text with fewer consonants says too little of itself. */
const ENOUGH = 120;

/**
 * Shares of the Thai letters of a page. Clean prose has 1 to 3 % of its letters in no word, lists of
 * names up to 20 %; a garbage text layer has more than half.
 */
const SUSPECT_UNKNOWN = 0.3;
const UNREADABLE_UNKNOWN = 0.55;

/** Values missing in the font, for a hundred Thai letters. */
const SUSPECT_HOLES = 1;

/** Consonants without a SARA AM among them: clean text has one in 85 to 110. */
const NO_AM = 600;

/** The page with its status: what was found of it before, or what its repairs and measures say. */
export function verdict(page: RepairedPage, context: RepairContext): RepairedPage {
  if (page.status === 'failed' || page.status === 'unreadable') return page;
  if (page.text.trim() === '') return { ...page, status: 'empty' };
  const doubt = doubtOf(context);
  if (doubt === null) return { ...page, status: statusOf(page) };
  const { status, message } = doubt;
  const diagnostics = [
    ...page.diagnostics.filter((one) => one.rule !== 'text-quality'),
    { rule: 'text-quality', severity: 'warning' as const, message },
  ];
  return { ...page, status, diagnostics };
}

/** Rules that only lay the text out do not make a page a repaired one. */
export const LAYOUT: ReadonlySet<string> = new Set(['line-join', 'cell-join']);

function statusOf(page: RepairedPage): Status {
  if (page.status === 'suspect') return page.status;
  return page.repairs.some((repair) => !LAYOUT.has(repair.rule)) ? 'repaired' : 'clean';
}

function doubtOf({ text, facts, unknown }: RepairContext): { status: Status; message: string } | null {
  if (facts.consonants < ENOUGH) return null;
  const letters = text.match(/[\u0e01-\u0e4e]/g)?.length ?? 1;
  const holes = (100 * (text.match(/[\0-\x08\x0e-\x1f\ufffd\ue000-\uf8ff]/g)?.length ?? 0)) / letters;
  const share = unknown.reduce((sum, { start, end }) => sum + end - start, 0) / letters;
  const percent = `${Math.round(100 * share)} %`;
  if (share > UNREADABLE_UNKNOWN) {
    return {
      status: 'unreadable',
      message: `${percent} of the Thai letters are in no word: read the page by OCR.`,
    };
  }
  if (share > SUSPECT_UNKNOWN) {
    return {
      status: 'suspect',
      message: `${percent} of the Thai letters are in no word: compare it with the page.`,
    };
  }
  if (holes > SUSPECT_HOLES) {
    return {
      status: 'suspect',
      message: `${holes.toFixed(1)} characters a hundred Thai letters have no value in their font.`,
    };
  }
  if (facts.saraAm === 0 && facts.consonants >= NO_AM) {
    return {
      status: 'suspect',
      message: `No SARA AM among ${facts.consonants} consonants: clean text has 9 to 12 a thousand.`,
    };
  }
  return null;
}
