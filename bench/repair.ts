import { existsSync, readFileSync } from 'node:fs';
import { repairText } from '../src/repair/index.ts';

const SHARED = new URL('../../shared/', import.meta.url);

/** A broken text, what it should become, and the class of its fault. */
export interface RepairCase {
  readonly kind: string;
  readonly broken: string;
  readonly right: string;
}

/** The cases of `cases/repair.tsv`; empty where the file is missing. */
export function repairCases(): RepairCase[] {
  const rows = linesOf('cases/repair.tsv').slice(1);
  return rows.map((row) => {
    const [kind = '', broken = '', right = ''] = row.split('\t');
    return { kind, broken: unescaped(broken), right: unescaped(right) };
  });
}

/** Whether a case comes out right; line ends are joined where the class is about them. */
export function isRight({ kind, broken, right }: RepairCase): boolean {
  return repairText(broken, { joinLines: kind === 'line_join' }).text === right;
}

/** Sentences of a segmented corpus, as running text; empty where the corpus is missing. */
export function sentences(name: string): string[] {
  return linesOf(`corpora/segmentation/${name}.txt`).map((line) => line.replaceAll('|', ''));
}

/** What repair did to texts that are clean. */
export interface Harm {
  readonly letters: number;
  readonly spaces: number;
  readonly byRule: ReadonlyMap<string, number>;
  readonly undecided: number;
  readonly units: number;
  readonly milliseconds: number;
}

/** Repairs clean texts one by one and counts what changed: letters, and white space alone. */
export function harmOf(texts: readonly string[]): Harm {
  const byRule = new Map<string, number>();
  let [letters, spaces, undecided, units] = [0, 0, 0, 0];
  const begun = performance.now();
  for (const text of texts) {
    const repaired = repairText(text);
    units += text.length;
    undecided += repaired.undecided.length;
    for (const repair of repaired.repairs) {
      byRule.set(repair.rule, (byRule.get(repair.rule) ?? 0) + 1);
      if (repair.before.replace(/\s/g, '') === repair.after.replace(/\s/g, '')) spaces += 1;
      else letters += 1;
    }
  }
  return { letters, spaces, byRule, undecided, units, milliseconds: performance.now() - begun };
}

/** How many dropped SARA AM came back: all SARA AM of clean texts turned into SARA AA. */
export interface Recovery {
  readonly dropped: number;
  readonly right: number;
  readonly wrong: number;
}

/** Drops all SARA AM of texts, `together` texts at a time, and repairs them. */
export function recoveryOf(texts: readonly string[], together: number): Recovery {
  let [dropped, right, wrong] = [0, 0, 0];
  for (let from = 0; from < texts.length; from += together) {
    const clean = texts.slice(from, from + together).join('\n');
    const broken = clean.replaceAll('ำ', 'า');
    dropped += clean.split('ำ').length - 1;
    for (const { rule, start, end, after } of repairText(broken).repairs) {
      if (!rule.includes('dropped-sara-am')) continue;
      if (after === 'ำ' && clean.slice(start, end) === 'ำ') right += 1;
      else wrong += 1;
    }
  }
  return { dropped, right, wrong };
}

/** Prints the cases by class, the harm to clean text, and the recovery of dropped SARA AM. */
export function benchRepair(): void {
  const cases = repairCases();
  if (cases.length === 0) {
    console.log('skipped: ../shared/cases/repair.tsv is missing');
    return;
  }
  printCases(cases);
  for (const name of ['ud_thai_tud-train', 'ud_thai_tud-dev', 'wisesight-1000']) printHarm(name);
  console.log(
    'the model of SARA AM has read UD Thai-TUD: `scripts/sara-am-model.ts --held-out` measures it unseen',
  );
  for (const together of [1, 20, 400]) printRecovery('ud_thai_tud-dev', together);
}

function printCases(cases: readonly RepairCase[]): void {
  const kinds = Map.groupBy(cases, (one) => one.kind);
  let [right, all] = [0, 0];
  for (const [kind, members] of [...kinds].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const count = members.filter(isRight).length;
    console.log(`${kind.padEnd(26)} ${String(count).padStart(3)} of ${String(members.length).padStart(3)}`);
    if (kind === 'negative') continue;
    right += count;
    all += members.length;
  }
  console.log(`positives ${right} of ${all} (${((100 * right) / all).toFixed(1)} %)`);
}

function printHarm(name: string): void {
  const texts = sentences(name);
  harmOf(texts.slice(0, 50));
  const harm = harmOf(texts);
  const speed = (harm.units / 1000 / harm.milliseconds).toFixed(2);
  const rules = [...harm.byRule].map(([rule, count]) => `${rule} ${count}`).join(', ');
  console.log(
    `${name}: ${harm.letters} letter edits, ${harm.spaces} of white space alone, ${harm.undecided} undecided ` +
      `in ${harm.units} units (${rules || 'no rule'}); ${speed} million units a second`,
  );
}

function printRecovery(name: string, together: number): void {
  const { dropped, right, wrong } = recoveryOf(sentences(name), together);
  const precision = (right / (right + wrong)).toFixed(4);
  const recall = (right / dropped).toFixed(4);
  console.log(
    `dropped sara am, ${name}, ${together} sentences a text: precision ${precision} recall ${recall} of ${dropped}`,
  );
}

function linesOf(path: string): string[] {
  const url = new URL(path, SHARED);
  if (!existsSync(url)) return [];
  return readFileSync(url, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}

function unescaped(field: string): string {
  return JSON.parse(`"${field}"`) as string;
}
