import { describe, expect, it } from 'vitest';
import { harmOf, repairCases, sentences } from '../../bench/repair.ts';
import { repairRules, repairText } from '../../src/repair/index.ts';
import { describeRules } from '../conformance/repair.ts';

for (const rule of repairRules) describeRules(rule.name, [rule], 60);
describeRules('all rules', repairRules, 400);

describe('the whole stage', () => {
  it('names each rule once', () => {
    const names = repairRules.map((rule) => rule.name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('takes time in proportion to the text', () => {
    const timeOf = (text: string) => {
      const begun = performance.now();
      repairText(text);
      return performance.now() - begun;
    };
    const unit = 'คณะท างานนี้ จดัการ É\u0003 ผู;ป=วย น ้า า ก า ร ';
    timeOf(unit.repeat(200));
    const once = timeOf(unit.repeat(200));
    expect(timeOf(unit.repeat(1600))).toBeLessThan(8 * 4 * once + 200);
  });
});

const cases = repairCases();
const missing = cases.length === 0 ? ' (../shared is missing)' : '';

describe.skipIf(cases.length === 0)(`text that is clean${missing}`, () => {
  it('stays as it is: negatives', () => {
    for (const { broken, kind } of cases)
      if (kind === 'negative') expect(repairText(broken).text).toBe(broken);
  });

  it('keeps its letters: UD Thai-TUD', () => {
    const harm = harmOf(sentences('ud_thai_tud-train').slice(0, 1000));
    expect(harm.units).toBeGreaterThan(50_000);
    expect(harm.letters).toBe(0);
    expect(harm.spaces).toBeLessThanOrEqual(1);
  });
});
