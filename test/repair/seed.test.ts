import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { undoRepairs } from '../../src/document/repairs.ts';
import { repairText } from '../../src/repair/index.ts';

const path = new URL('../../../shared/seed/kpiebook62002-p081.txt', import.meta.url);
const there = existsSync(path);

describe.skipIf(!there)(`the seed page${there ? '' : ' (../shared/seed is missing)'}`, () => {
  const broken = there ? readFileSync(path, 'utf8') : '';
  const page = repairText(broken);

  it('has all 24 SARA AM again and no other letter changed', () => {
    const expected = broken.replace(/([ก-ฮ][่-๋]?) า/g, '$1ำ');
    expect(expected.split('ำ').length - 1).toBe(24);
    expect(page.text).toBe(expected);
    expect(page.undecided).toEqual([]);
  });

  it('can be undone', () => {
    expect(undoRepairs(page.text, page.repairs)).toBe(broken);
  });
});
