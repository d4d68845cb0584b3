import { describe, expect, it } from 'vitest';
import { repairWith } from '../../src/repair/page.ts';
import type { RepairRule } from '../../src/repair/rule.ts';
import { pageOfText } from '../../src/repair/text.ts';
import { pageOfLines } from '../conformance/repair.ts';

const swap = (name: string, from: string, to: string): RepairRule => ({
  name,
  *find({ text }) {
    for (let at = text.indexOf(from); at >= 0; at = text.indexOf(from, at + from.length)) {
      yield { start: at, end: at + from.length, after: to, evidence: [{ kind: 'order' }], confidence: 0.9 };
    }
  },
});

describe('the frame of repair', () => {
  it('lets each rule see what those before it left, and joins what they did to one place', () => {
    const page = repairWith([swap('one', 'a', 'b'), swap('two', 'bc', 'd')], pageOfText('ac'));
    expect(page.text).toBe('d');
    expect(page.repairs).toEqual([
      {
        rule: 'one+two',
        start: 0,
        end: 1,
        before: 'ac',
        after: 'd',
        evidence: [{ kind: 'order' }, { kind: 'order' }],
        confidence: 0.9,
      },
    ]);
    expect(page.status).toBe('repaired');
  });

  it('passes over a rule that throws, and says so once', () => {
    const broken: RepairRule = {
      name: 'broken',
      find() {
        throw new Error('no table');
      },
    };
    const page = repairWith([broken, swap('one', 'a', 'b')], pageOfText('a'));
    expect(page.text).toBe('b');
    expect(page.diagnostics).toEqual([
      {
        rule: 'broken',
        severity: 'error',
        message: 'The repair rule broken failed and was passed over: no table',
      },
    ]);
  });

  it('drops edits that overlap one before, reach outside, or change nothing', () => {
    const rule: RepairRule = {
      name: 'rule',
      *find() {
        yield { start: 1, end: 3, after: 'x', evidence: [], confidence: 1 };
        yield { start: 2, end: 4, after: 'y', evidence: [], confidence: 1 };
        yield { start: 0, end: 1, after: 'a', evidence: [], confidence: 1 };
        yield { start: 3, end: 9, after: 'z', evidence: [], confidence: 1 };
      },
    };
    expect(repairWith([{ ...rule, find: once(rule.find) }], pageOfText('abcd')).text).toBe('axd');
  });

  it('maps glyphs through the edits so far', () => {
    const glyphs = {
      count: 3,
      code: Uint32Array.of(10, 20, 30),
      font: new Uint16Array(3),
      advance: new Float32Array(3),
      box: new Float32Array(12),
      start: Uint32Array.of(0, 1, 3),
      end: Uint32Array.of(1, 3, 4),
      flags: new Uint8Array(3),
    };
    const seen: number[] = [];
    const look: RepairRule = {
      name: 'look',
      find(context) {
        if (seen.length === 0) seen.push(...[0, 1, 2, 3].map((offset) => context.glyphAt(offset)));
        return [];
      },
    };
    repairWith([swap('one', 'bb', 'x'), look], { ...pageOfText('abbc'), glyphs });
    expect(seen).toEqual([0, 1, 2, -1]);
  });

  it('moves lines and blocks to the repaired text', () => {
    const page = repairWith([swap('one', ' า', 'ำ')], pageOfLines('ท างาน\nน าไป\nจบ\nเริ่ม'));
    expect(page.lines.map(({ start, end }) => page.text.slice(start, end))).toEqual([
      'ทำงาน',
      'นำไป',
      'จบ',
      'เริ่ม',
    ]);
    expect(page.blocks.map(({ start, end }) => page.text.slice(start, end))).toEqual([
      'ทำงาน\nนำไป\nจบ',
      'เริ่ม',
    ]);
  });

  it('calls pages without text empty, and untouched ones clean', () => {
    expect(repairWith([], pageOfText(' \n')).status).toBe('empty');
    expect(repairWith([], pageOfText('ทำ')).status).toBe('clean');
  });

  it('gives a garbage page its verdict, with the measure', () => {
    const page = repairWith([], pageOfText('กฬฌฏฑ ฒณฐฎ ฬฌฆ '.repeat(20)));
    expect(page.status).toBe('unreadable');
    expect(page.diagnostics[0]?.message).toMatch(/\d+ % of the Thai letters are in no word/);
  });
});

/** A finder that finds once. */
function once(find: RepairRule['find']): RepairRule['find'] {
  let done = false;
  return (context) => {
    if (done) return [];
    done = true;
    return find(context);
  };
}
