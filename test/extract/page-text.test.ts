import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPageText } from '../../src/extract/page-text.ts';
import { Drawing } from './drawing.ts';

const read = (drawing: Drawing) => readPageText(drawing.page(), drawing.fonts);
const linesOf = (drawing: Drawing): string[] => read(drawing).text.split('\n');

describe('the text of a page', () => {
  it('parts words where a gap is wider than the letter spacing of the line', () => {
    const drawing = new Drawing().at(50, 700).show('one', -300, 'two', -60, 'three');
    expect(linesOf(drawing)).toEqual(['one twothree']);
  });

  it('joins Thai that is spread over the line', () => {
    const spread = ['การศึกษา', 'ประเทศไทย'].map((word) => [...word].flatMap((letter) => [letter, -350]));
    const drawing = new Drawing().at(50, 700).show(...spread[0]!, -900, ...spread[1]!);
    expect(linesOf(drawing)).toEqual(['การศึกษา ประเทศไทย']);
  });

  it('keeps marks in drawing order, and never parts a mark from its letter', () => {
    const drawing = new Drawing().at(50, 700).show('ที', 'น', '้', -800, 'า');
    expect(linesOf(drawing)).toEqual(['ทีน้ า']);
  });

  it('gives marks that are drawn in a second pass back to their letters', () => {
    const drawing = new Drawing().at(50, 700).show('ทนาดน');
    drawing.at(55, 700).show('ี').at(55, 703).show('่').at(60, 700).show('ี').at(60, 703).show('้');
    expect(linesOf(drawing)).toEqual(['ที่นี้าดน']);
  });

  it('puts superscripts and footnote marks into their line', () => {
    const drawing = new Drawing().at(50, 700).show('ความ').at(70, 704, 6).show('12').at(78, 700).show('ต่อ');
    expect(linesOf(drawing)).toEqual(['ความ12 ต่อ']);
  });

  it('reads lines from top to bottom in whatever order they are drawn', () => {
    const drawing = new Drawing().at(50, 600).show('three').at(50, 700).show('one').at(50, 650).show('two');
    expect(linesOf(drawing)).toEqual(['one', 'two', 'three']);
  });

  it('reads columns of prose one after the other, and the rows of a table across', () => {
    const columns = new Drawing();
    for (let i = 0; i < 8; i++) {
      columns.at(50, 700 - 14 * i).show(`left column line ${i} of prose text`);
      columns.at(300, 700 - 14 * i).show(`right column line ${i} of prose te`);
    }
    const order = linesOf(columns).map((line) => line.split(' ')[0]);
    expect(order).toEqual([...Array(8).fill('left'), ...Array(8).fill('right')]);
    const table = new Drawing();
    for (let i = 0; i < 8; i++)
      table
        .at(50, 700 - 14 * i)
        .show(`item ${i}`)
        .at(300, 700 - 14 * i)
        .show(`${9 - i}`);
    expect(linesOf(table)[0]).toBe('item 0\t9');
    expect(read(table).tables[0]!.cells.map((row) => row.length)).toEqual(Array(8).fill(2));
  });

  it('keeps rotated text apart from upright text', () => {
    const drawing = new Drawing().at(50, 700).show('upright');
    drawing
      .add('beginText')
      .add('setFont', 'F1', 10)
      .add('setTextMatrix', [0, 1, -1, 0, 300, 100])
      .show('turned');
    const { text, lines } = read(drawing);
    expect(text.split('\n')).toEqual(['upright', 'turned']);
    expect(lines.map((line) => line.direction)).toEqual([0, 270]);
    expect(lines[1]!.box[3] - lines[1]!.box[1]).toBeCloseTo(30, 0);
  });

  it('leaves out space glyphs at the ends of lines, and says how many', () => {
    const drawing = new Drawing().at(50, 700).show('  one  ').at(50, 650).show('   ').at(50, 600).show('two');
    expect(read(drawing)).toMatchObject({ text: 'one\ntwo', trimmed: 7 });
  });

  it('keeps a space glyph of advance 0: it may be a mark in disguise', () => {
    const drawing = new Drawing();
    drawing.at(50, 700).show('ท', drawing.glyph(' ', 0), 'า');
    expect(read(drawing)).toMatchObject({ text: 'ท า', trimmed: 0 });
  });

  it('stands U+FFFD for a glyph without a Unicode value', () => {
    const drawing = new Drawing();
    drawing.at(50, 700).show('ก', { ...drawing.glyph('?'), unicode: '' }, 'ข');
    expect(read(drawing).text).toBe('ก\ufffdข');
  });
});

describe('the laws of extraction, over random drawings', () => {
  const letters = fc.constantFrom('ก', 'น', 'ที', 'ั', '่', 'า', ' ', 'a', '\u0000', '\ufffd', 'ﬁ', '\u{1f600}');
  const piece = fc.record({
    x: fc.integer({ min: 0, max: 500 }),
    y: fc.integer({ min: 0, max: 700 }),
    size: fc.constantFrom(6, 10, 16, -12),
    text: fc.array(letters, { maxLength: 12 }),
    turned: fc.boolean(),
  });
  const drawingOf = (
    pieces: readonly { x: number; y: number; size: number; text: string[]; turned: boolean }[],
  ) => {
    const drawing = new Drawing();
    for (const { x, y, size, text, turned } of pieces) {
      drawing.add('beginText').add('setFont', 'F1', size);
      drawing.add('setTextMatrix', turned ? [0, 1, -1, 0, x, y] : [1, 0, 0, 1, x, y]).show(...text);
    }
    return { drawing, drawn: pieces.reduce((sum, { text }) => sum + [...text.join('')].length, 0) };
  };
  const drawings = fc.array(piece, { maxLength: 25 }).map(drawingOf);

  it('emits every glyph drawn, once, where the table says (conservation)', () => {
    fc.assert(
      fc.property(drawings, ({ drawing, drawn }) => {
        const { text, glyphs, trimmed } = read(drawing);
        expect(glyphs.count + trimmed).toBe(drawn);
        let last = 0;
        for (let i = 0; i < glyphs.count; i++) {
          expect(glyphs.start[i]).toBeGreaterThanOrEqual(last);
          expect(glyphs.end[i]).toBeGreaterThan(glyphs.start[i]!);
          last = glyphs.end[i]!;
        }
        expect(last).toBe(text.length);
      }),
      { numRuns: 200 },
    );
  });

  it('covers the text with lines that do not overlap', () => {
    fc.assert(
      fc.property(drawings, ({ drawing }) => {
        const { text, lines } = read(drawing);
        let end = 0;
        for (const line of lines) {
          expect(text.slice(end, line.start)).toMatch(end === 0 ? /^\t*$/u : /^[\n\t]+$/u);
          expect(line.end).toBeGreaterThan(line.start);
          end = line.end;
        }
        expect(text.slice(end)).toMatch(/^\t*$/u);
      }),
      { numRuns: 200 },
    );
  });
});
