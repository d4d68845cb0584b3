import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeEdits } from '../../src/document/compose.ts';
import {
  applyEdits,
  type Edit,
  invertEdits,
  mapBack,
  mapPosition,
  positionMap,
} from '../../src/document/edit.ts';
import { repairsOf, undoRepairs } from '../../src/document/repairs.ts';

const letters = fc.string({ unit: fc.constantFrom('ก', 'ำ', 'า', ' ', '\n', 'a'), maxLength: 12 });
const numbers = fc.array(fc.tuple(fc.nat(5), fc.nat(3), letters), { maxLength: 8 });

/** Edits that fit a text of `length` units, from gaps, widths and replacements. */
function editsWithin(length: number, parts: readonly (readonly [number, number, string])[]): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  let insertedAt = -1;
  for (const [index, [gap, width, after]] of parts.entries()) {
    const start = at + gap;
    const end = start + width;
    if (end > length) break;
    if (width === 0 && (after === '' || start === insertedAt)) continue;
    if (width === 0) insertedAt = start;
    edits.push({
      start,
      end,
      after,
      rule: `rule-${index % 3}`,
      evidence: [{ kind: 'order', count: index }],
      confidence: 1 - index / 10,
    });
    at = end;
  }
  return edits;
}

const texts = fc.string({ unit: fc.constantFrom('ก', 'ำ', 'า', ' ', '\n', 'a'), maxLength: 40 });
const edited = fc
  .tuple(texts, numbers)
  .map(([text, parts]) => ({ text, edits: editsWithin(text.length, parts) }));
const twice = fc.tuple(edited, numbers).map(([{ text, edits }, parts]) => ({
  text,
  first: edits,
  second: editsWithin(applyEdits(text, edits).length, parts),
}));

describe('edits', () => {
  it('apply, and say where they do not fit', () => {
    const edit = { start: 1, end: 3, after: 'ำ', rule: 'sara-am', evidence: [], confidence: 1 };
    expect(applyEdits('ท าหน้าที่', [edit])).toBe('ทำหน้าที่');
    expect(() => applyEdits('ท', [edit])).toThrow(/\[1, 3\) by sara-am/);
    expect(() => applyEdits('ท าหน้าที่', [edit, edit])).toThrow(RangeError);
  });

  it('compose: once is the same as twice', () => {
    fc.assert(
      fc.property(twice, ({ text, first, second }) => {
        const composed = composeEdits(text, first, second);
        expect(applyEdits(text, composed)).toBe(applyEdits(applyEdits(text, first), second));
        const places = composed.filter((edit) => edit.start === edit.end).map((edit) => edit.start);
        expect(new Set(places).size).toBe(places.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('compose is associative in what it does', () => {
    fc.assert(
      fc.property(twice, numbers, ({ text, first, second }, parts) => {
        const end = applyEdits(applyEdits(text, first), second);
        const third = editsWithin(end.length, parts);
        const left = composeEdits(text, composeEdits(text, first, second), third);
        const right = composeEdits(text, first, composeEdits(applyEdits(text, first), second, third));
        expect(applyEdits(text, left)).toBe(applyEdits(text, right));
      }),
    );
  });

  it('compose keeps the provenance of both', () => {
    const first = [
      { start: 1, end: 2, after: 'ํ', rule: 'a', evidence: [{ kind: 'glyph' as const }], confidence: 1 },
    ];
    const second = [
      { start: 1, end: 3, after: 'ำ', rule: 'b', evidence: [{ kind: 'order' as const }], confidence: 0.9 },
    ];
    expect(composeEdits('ท า', first, second)).toEqual([
      {
        start: 1,
        end: 3,
        after: 'ำ',
        rule: 'a+b',
        evidence: [{ kind: 'glyph' }, { kind: 'order' }],
        confidence: 0.9,
      },
    ]);
  });

  it('compose leaves no trace of what was undone', () => {
    fc.assert(
      fc.property(edited, ({ text, edits }) => {
        const back = composeEdits(text, edits, invertEdits(text, edits));
        expect(applyEdits(text, back)).toBe(text);
        expect(back.every((edit) => text.slice(edit.start, edit.end) !== edit.after)).toBe(true);
      }),
    );
  });

  it('invert leads back', () => {
    fc.assert(
      fc.property(edited, ({ text, edits }) => {
        expect(applyEdits(applyEdits(text, edits), invertEdits(text, edits))).toBe(text);
      }),
    );
  });
});

describe('positions', () => {
  it('map forward and back without crossing', () => {
    fc.assert(
      fc.property(edited, ({ text, edits }) => {
        const length = applyEdits(text, edits).length;
        let before = 0;
        for (let at = 0; at <= text.length; at += 1) {
          const low = mapPosition(edits, at, -1);
          const high = mapPosition(edits, at, 1);
          expect(low).toBeGreaterThanOrEqual(before);
          expect(high).toBeGreaterThanOrEqual(low);
          expect(high).toBeLessThanOrEqual(length);
          before = low;
        }
      }),
    );
  });

  it('map back to where unchanged characters came from', () => {
    fc.assert(
      fc.property(edited, ({ text, edits }) => {
        const out = applyEdits(text, edits);
        let at = 0;
        for (const edit of [...edits, { start: text.length, end: text.length }]) {
          for (; at < edit.start; at += 1) {
            const there = mapPosition(edits, at, 1);
            expect(out[there]).toBe(text[at]);
            expect(mapBack(edits, there, 1)).toBe(at);
          }
          at = edit.end;
        }
      }),
    );
  });

  it('map back as the inverted edits map forward', () => {
    fc.assert(
      fc.property(edited, fc.constantFrom(-1 as const, 1 as const), ({ text, edits }, side) => {
        const inverted = invertEdits(text, edits);
        for (let at = 0; at <= applyEdits(text, edits).length; at += 1) {
          expect(mapBack(edits, at, side)).toBe(mapPosition(inverted, at, side));
        }
      }),
    );
  });

  it('map the same with an index where many deletions meet', () => {
    const edits = [0, 1, 2, 3, 4, 5].map((start) => ({
      start,
      end: start + 1,
      after: '',
      rule: 'r',
      evidence: [],
      confidence: 1,
    }));
    const map = positionMap(edits);
    expect([0, 1].map((at) => map.back(at, -1))).toEqual([mapBack(edits, 0, -1), mapBack(edits, 1, -1)]);
    expect([0, 1].map((at) => map.back(at, 1))).toEqual([mapBack(edits, 0, 1), mapBack(edits, 1, 1)]);
  });

  it('map the same with an index', () => {
    fc.assert(
      fc.property(edited, fc.constantFrom(-1 as const, 1 as const), ({ text, edits }, side) => {
        const map = positionMap(edits);
        for (let at = 0; at <= text.length; at += 1) {
          expect(map.forward(at, side)).toBe(mapPosition(edits, at, side));
        }
        for (let at = 0; at <= applyEdits(text, edits).length; at += 1) {
          expect(map.back(at, side)).toBe(mapBack(edits, at, side));
        }
      }),
    );
  });
});

describe('repairs', () => {
  it('lie where the repaired text changed, and undo exactly', () => {
    fc.assert(
      fc.property(edited, ({ text, edits }) => {
        const repaired = applyEdits(text, edits);
        const repairs = repairsOf(text, edits);
        for (const repair of repairs) expect(repaired.slice(repair.start, repair.end)).toBe(repair.after);
        expect(undoRepairs(repaired, repairs)).toBe(text);
      }),
    );
  });

  it('of another text are refused', () => {
    const repairs = repairsOf('ท า', [
      { start: 1, end: 3, after: 'ำ', rule: 'r', evidence: [], confidence: 1 },
    ]);
    expect(() => undoRepairs('ทา', repairs)).toThrow(/by r: expected "ำ"/);
  });
});
