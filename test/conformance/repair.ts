import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RepairedPage } from '../../src/document/page.ts';
import { undoRepairs } from '../../src/document/repairs.ts';
import { repairWith } from '../../src/repair/page.ts';
import type { RepairRule } from '../../src/repair/rule.ts';
import { pageOfText } from '../../src/repair/text.ts';

const PIECES =
  'ก า น้ำ น้ า ท า ํ า ำ ่ ้ ั ิ ี ์ ็ ุ ู เ เเ แ การ ที่ ท่ี จดัการ ความ ค วาม É Ê Ā ÿ \uf70a \uf702 \u0003 \u0000 \ufffd # ; = ) ( 1 ๒ a fi \u200b \ufeff พ.ศ. \u00a0 ÊÇÑÊ´Õ เธ— ฺ ฯ ๆ e\u0301'.split(
    ' ',
  );

/** Text of the kinds that repair meets: broken and whole words, marks, symbols, gaps, any code unit. */
export const anyBroken = fc.oneof(
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES, ' ', '  ', '\n', '\n\n', ''), fc.string({ maxLength: 2 })), {
      maxLength: 24,
    })
    .map((pieces) => pieces.join('')),
  fc
    .array(fc.integer({ min: 0x0e00, max: 0x0e5b }), { maxLength: 40 })
    .map((units) => String.fromCharCode(...units)),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 })
    .map((units) => String.fromCharCode(...units)),
);

/** A page of some lines and blocks, drawn over a text at its line ends. */
export function pageOfLines(text: string) {
  const lines: { start: number; end: number; box: null }[] = [];
  const blocks: { kind: 'paragraph'; start: number; end: number; box: null }[] = [];
  let start = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const end = start + line.length;
    lines.push({ start, end, box: null });
    const last = blocks.at(-1);
    if (index % 3 === 0 || last === undefined) blocks.push({ kind: 'paragraph', start, end, box: null });
    else last.end = end;
    start = end + 1;
  }
  return { ...pageOfText(text), lines, blocks };
}

/** The laws that every list of rules keeps, one rule alone or all together. */
export function describeRules(name: string, rules: readonly RepairRule[], runs: number): void {
  const repair = (text: string) => repairWith(rules, pageOfLines(text));

  describe(`repair by ${name}`, () => {
    it('never fails, and its repairs lie in the text, in order', () => {
      fc.assert(
        fc.property(anyBroken, (text) => {
          const page = repair(text);
          expect(page.diagnostics.filter((one) => one.severity === 'error')).toEqual([]);
          inOrder(page);
        }),
        { numRuns: runs },
      );
    });

    it('is undone exactly', () => {
      fc.assert(
        fc.property(anyBroken, (text) => {
          const page = repair(text);
          expect(undoRepairs(page.text, page.repairs)).toBe(text);
          expect(page.claimed).toBe(text);
        }),
        { numRuns: runs },
      );
    });

    it('changes nothing that is repaired already', () => {
      fc.assert(
        fc.property(anyBroken, (text) => {
          const once = repair(text);
          const again = repairWith(rules, once);
          expect(again.text).toBe(once.text);
          expect(again.repairs).toEqual(once.repairs);
          expect(undoRepairs(again.text, again.repairs)).toBe(text);
        }),
        { numRuns: runs },
      );
    });

    it('moves lines and blocks along, in order and in range', () => {
      fc.assert(
        fc.property(anyBroken, (text) => {
          const page = repair(text);
          for (const spans of [page.lines, page.blocks]) {
            let before = 0;
            for (const { start, end } of spans) {
              expect(start).toBeGreaterThanOrEqual(before);
              expect(end).toBeGreaterThanOrEqual(start);
              expect(end).toBeLessThanOrEqual(page.text.length);
              before = end;
            }
          }
        }),
        { numRuns: runs },
      );
    });
  });
}

function inOrder({ text, repairs, undecided }: RepairedPage): void {
  let before = 0;
  for (const { start, end, after, rule, confidence } of repairs) {
    expect(start).toBeGreaterThanOrEqual(before);
    expect(text.slice(start, end)).toBe(after);
    expect(rule).toMatch(/^[a-z+-]+$/);
    expect(confidence).toBeGreaterThan(0);
    expect(confidence).toBeLessThanOrEqual(1);
    before = end;
  }
  for (const { start, end } of undecided) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(text.length);
  }
}
