import { isThaiMark } from '../../document/thai.ts';
import type { Arc } from '../decode.ts';
import { judge } from '../judge.ts';
import type { Site } from '../resolve.ts';
import type { Finding, RepairRule } from '../rule.ts';

/**
 * Letters that stand twice with a gap in or after the second: "ตัดสินสิ ใจ", "แม่น้ำม่ น้ำโขง", where
 * a reader shows a span's own text and its glyphs. They go where the words are none with them.
 */
export const repeatedCluster: RepairRule = {
  name: 'repeated-cluster',
  *find({ text }): Generator<Finding> {
    const sites: Site[] = [];
    for (const { index } of text.matchAll(/(?<=[\u0e01-\u0e4e]) (?=[ก-ฮเ-ไ])/g)) {
      const arcs = repeatsAt(text, index).sort((a, b) => a.start - b.start);
      const start = arcs[0]?.start;
      if (start !== undefined) sites.push({ start, end: Math.max(...arcs.map((arc) => arc.end)), arcs });
    }
    if (sites.length === 0) return;
    const found = judge(text, sites, {
      sure: 9,
      detail: 'letters that stand twice',
      kind: 'context',
      list: false,
    });
    for (const finding of found) {
      if (!endsAtGap(text, finding) || joinsWord(finding)) yield finding;
    }
  },
};

const COST = 7;
const REACH = 8;

/** Stretches around a gap that repeat what stands shortly before them. */
function repeatsAt(text: string, gap: number): Arc[] {
  const arcs: Arc[] = [];
  for (let start = gap - 1; start >= Math.max(1, gap - REACH); start -= 1) {
    if (text.charAt(start) === ' ') break;
    if (isThaiMark(text.charCodeAt(start)) || isThaiMark(text.charCodeAt(gap + 1))) continue;
    const before = text.slice(Math.max(0, start - REACH), start);
    const head = text.slice(start, gap);
    if (head.length > 1 && before.includes(head)) arcs.push({ start, end: gap + 1, after: '', cost: COST });
    for (let end = gap + 2; end <= gap + REACH && before.includes(head); end += 1) {
      if (isThaiMark(text.charCodeAt(end))) continue;
      if (before.endsWith(head + text.slice(gap + 1, end))) arcs.push({ start, end, after: '', cost: COST });
    }
  }
  return arcs;
}

/** Whether only letters before the gap go, as in a name said twice. */
function endsAtGap(text: string, { end }: Finding): boolean {
  return text.charAt(end - 1) === ' ';
}

/** Whether a word goes on over the place. */
function joinsWord(finding: Finding): boolean {
  return 'after' in finding && finding.evidence.some((one) => one.word !== undefined && one.word !== '');
}
