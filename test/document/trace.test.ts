import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { TaggedPage } from '../../src/document/page.ts';
import { tracePage } from '../../src/document/trace.ts';
import { annotate } from '../../src/pipeline.ts';

const path = new URL('../../fixtures/kpiebook62002/samut-book.pdf', import.meta.url);

describe('tracing the repaired text back to the page, over the fixture book', async () => {
  const flow = await annotate({ name: 'samut-book.pdf', bytes: readFileSync(path) }, {});
  const pages: TaggedPage[] = await Array.fromAsync(flow.pages);

  it('finds for every token the claimed text that it came from, in order and without gaps', () => {
    for (const page of pages) {
      const trace = tracePage(page);
      let at = 0;
      let claimedEnd = 0;
      for (const token of page.tokens) {
        const claimed = trace.claimed({ start: at, end: at + token.length });
        expect(claimed.start).toBeLessThanOrEqual(claimedEnd + 3);
        expect(claimed.end).toBeGreaterThanOrEqual(claimed.start);
        at += token.length;
        claimedEnd = claimed.end;
      }
      expect(claimedEnd).toBe(page.claimed.length);
    }
  });

  it('leads from every glyph to the text and back to that glyph', () => {
    for (const page of pages) {
      const trace = tracePage(page);
      const glyphs = page.glyphs!;
      for (let i = 0; i < glyphs.count; i++) {
        const there = trace.repaired({ start: glyphs.start[i]!, end: glyphs.end[i]! });
        const back = trace.glyphs(there);
        expect(back.start).toBeLessThanOrEqual(i);
        // A glyph that an edit removed has no text; every other is among the glyphs of its text.
        if (there.end > there.start) expect(back.end).toBeGreaterThan(i);
      }
    }
  });

  it('gives every word a box on its own line, and a box of two lines to a word that is wrapped', () => {
    const page = pages[1]!;
    const trace = tracePage(page);
    const word = page.text.indexOf('ทำงาน');
    const [box] = trace.boxes({ start: word, end: word + 5 });
    const line = page.lines.find(({ start, end }) => start <= word && word < end)!;
    expect(box![1]).toBeCloseTo(line.box![1], 0);
    expect(box![2] - box![0]).toBeGreaterThan(20);
    const joins = page.repairs.filter((repair) => repair.rule === 'line-join' && repair.after === '');
    expect(joins.length).toBeGreaterThan(3);
    for (const { start } of joins) {
      expect(trace.boxes({ start: start - 2, end: start + 2 }).length).toBe(2);
    }
  });

  it('has no boxes for plain text', () => {
    expect(tracePage({ repairs: [], glyphs: null }).boxes({ start: 0, end: 3 })).toEqual([]);
  });
});
