import { describe, expect, it } from 'vitest';
import { readPageText } from '../../src/extract/page-text.ts';
import { findGrids } from '../../src/extract/rule-grid.ts';
import { Drawing } from './drawing.ts';

const fill = 22;
const stroke = 20;
const clip = 28;

/** Paints a path as pdf.js gives it: rectangles as `[x, y, width, height]` from the bottom left. */
function paint(drawing: Drawing, how: number, ...boxes: [number, number, number, number][]): Drawing {
  const path = boxes.flatMap(([x, y, w, h]) => [0, x, y, 1, x + w, y, 1, x + w, y + h, 1, x, y + h, 4]);
  return drawing.add('constructPath', how, [new Float32Array(path)], null);
}

/** Draws a lattice of thin filled rectangles. */
function lattice(drawing: Drawing, xs: number[], ys: number[]): Drawing {
  const [left, right] = [xs[0]!, xs.at(-1)!];
  const [bottom, top] = [Math.min(...ys), Math.max(...ys)];
  for (const y of ys) paint(drawing, fill, [left, y, right - left, 0.5]);
  for (const x of xs) paint(drawing, fill, [x, bottom, 0.5, top - bottom]);
  return drawing;
}

const read = (drawing: Drawing) => readPageText(drawing.page(), drawing.fonts);
const cellsOf = (drawing: Drawing): string[][][] => {
  const { text, tables } = read(drawing);
  return tables.map((table) => table.cells.map((row) => row.map(({ start, end }) => text.slice(start, end))));
};

describe('ruled tables', () => {
  it('reads a table cell by cell: tabs between cells, line ends between rows and within cells', () => {
    const drawing = lattice(new Drawing(), [50, 150, 300], [600, 650, 700]);
    drawing.at(60, 680).show('ก').at(160, 685).show('ข one').at(160, 670).show('ข two');
    drawing.at(60, 630).show('ค').at(160, 630).show('ง').at(50, 720).show('above').at(50, 580).show('below');
    expect(read(drawing).text).toBe('above\nก\tข one\nข two\nค\tง\nbelow');
    expect(cellsOf(drawing)).toEqual([
      [
        ['ก', 'ข one\nข two'],
        ['ค', 'ง'],
      ],
    ]);
  });

  it('cuts what was drawn in one go where a rule parts it, and keeps marks on their letters', () => {
    const drawing = lattice(new Drawing(), [50, 100, 200], [600, 650, 700]);
    drawing.at(85, 680).show('ที่', -900, 'นี้').at(60, 630).show('a').at(110, 630).show('b');
    expect(cellsOf(drawing)[0]![0]).toEqual(['ที่', 'นี้']);
  });

  it('gives a cell that spans several places to each of them, once in the text', () => {
    const drawing = new Drawing();
    paint(drawing, stroke, [50, 600, 300, 100]);
    paint(drawing, fill, [50, 650, 300, 0.5], [150, 600, 0.5, 50], [250, 600, 0.5, 50]);
    drawing.at(180, 670).show('wide');
    for (const [i, word] of ['a', 'b', 'c'].entries()) drawing.at(60 + 100 * i, 620).show(word);
    expect(cellsOf(drawing)).toEqual([
      [
        ['wide', 'wide', 'wide'],
        ['a', 'b', 'c'],
      ],
    ]);
    expect(read(drawing).text).toBe('wide\t\t\na\tb\tc');
  });

  it('closes a side that goes on over the page', () => {
    const drawing = new Drawing();
    paint(drawing, fill, [50, 700, 200, 0.5], [50, 650, 200, 0.5]);
    for (const x of [50, 150, 250]) paint(drawing, fill, [x, 500, 0.5, 200]);
    for (const [y, word] of [
      [670, 'head'],
      [630, 'body'],
    ] as const) {
      drawing.at(60, y).show(word).at(160, y).show(word);
    }
    expect(cellsOf(drawing)[0]).toEqual([
      ['head', 'head'],
      ['body', 'body'],
    ]);
  });

  it('parts a row in which one cell counts entries', () => {
    const drawing = lattice(new Drawing(), [50, 150, 200, 400], [500, 650, 700]);
    for (const [x, word] of [
      [60, 'จังหวัด'],
      [160, 'เขต'],
      [210, 'ท้องที่'],
    ] as const) {
      drawing.at(x, 670).show(word);
    }
    drawing.at(60, 630).show('พังงา').at(160, 630).show('๑').at(160, 600).show('๒');
    for (const [y, word] of [
      [630, '๑. เมือง'],
      [615, '๒. เกาะ'],
      [600, '๑. กะปง'],
    ] as const) {
      drawing.at(210, y).show(word);
    }
    expect(cellsOf(drawing)[0]!.slice(1)).toEqual([
      ['พังงา', '๑', '๑. เมือง\n๒. เกาะ'],
      ['พังงา', '๒', '๑. กะปง'],
    ]);
    expect(read(drawing).text).toContain('๒. เกาะ\n\t๒\t๑. กะปง');
  });

  it('is none where rules only frame, underline or clip', () => {
    const framed = new Drawing();
    paint(framed, stroke, [40, 500, 400, 250]);
    paint(framed, clip, [100, 500, 0.5, 250], [40, 600, 400, 0.5]);
    for (let i = 0; i < 6; i++) framed.at(50, 700 - 15 * i).show('a line of running text in a frame');
    paint(framed, fill, [50, 698, 60, 0.5]);
    expect(cellsOf(framed)).toEqual([]);
  });

  it('is none where text runs across the rules, as over a chart', () => {
    const chart = lattice(new Drawing(), [50, 60, 70, 80, 90], [600, 650, 700]);
    for (const y of [690, 660, 640, 610]) chart.at(48, y).show('abcdefghijk');
    expect(cellsOf(chart)).toEqual([]);
  });

  it('reads a table on a page that is turned', () => {
    const drawing = lattice(new Drawing(), [100, 150, 200], [200, 300, 400]);
    const turned = (x: number, y: number, word: string): unknown =>
      drawing.add('beginText').add('setFont', 'F1', 10).add('setTextMatrix', [0, 1, -1, 0, x, y]).show(word);
    turned(130, 210, 'a');
    turned(130, 310, 'b');
    turned(180, 210, 'c');
    turned(180, 310, 'd');
    expect(cellsOf(drawing)).toEqual([
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ]);
  });
});

describe('the grid of crossing rules', () => {
  it('joins the pieces of a rule, double rules and dashes', () => {
    const dashes = Array.from({ length: 40 }, (_, i) => ({ at: 100, from: 50 + 5 * i, to: 53 + 5 * i }));
    const grid = findGrids({
      horizontal: [...dashes, { at: 101.5, from: 50, to: 248 }, { at: 200, from: 50, to: 250 }],
      vertical: [50, 150, 248].map((at) => ({ at, from: 100, to: 200 })),
    });
    expect(grid).toHaveLength(1);
    expect(grid[0]!.xs).toHaveLength(3);
    expect(grid[0]!.ys).toHaveLength(2);
  });

  it('is bounded on a page that is a net of lines', () => {
    const net = Array.from({ length: 5000 }, (_, i) => ({ at: 7 * i, from: 0, to: 35_000 }));
    expect(findGrids({ horizontal: net, vertical: net })).toEqual([]);
  });
});

describe('tables without rules', () => {
  it('knows columns by the room between them, and the lines that go on with a cell', () => {
    const drawing = new Drawing();
    const row = (y: number, ...words: string[]): void => {
      for (const [i, word] of words.entries()) if (word !== '') drawing.at(60 + 120 * i, y).show(word);
    };
    row(700, 'name', 'long text of', 'sum');
    row(688, '', 'the first row');
    row(660, 'other', 'text', '12');
    row(632, 'last', '', '7');
    expect(cellsOf(drawing)).toEqual([
      [
        ['name', 'long text of\nthe first row', 'sum'],
        ['other', 'text', '12'],
        ['last', '', '7'],
      ],
    ]);
  });

  it('takes bullets and numbers before text for a list', () => {
    const drawing = new Drawing();
    for (let i = 0; i < 5; i++)
      drawing
        .at(60, 700 - 15 * i)
        .show('•')
        .at(90, 700 - 15 * i)
        .show('an item of it');
    expect(read(drawing)).toMatchObject({ tables: [] });
  });

  it('takes the rules above and below for the ends of a table whose columns are not aligned', () => {
    const drawing = new Drawing();
    for (const y of [720, 690, 600]) paint(drawing, stroke, [50, y, 300, 0]);
    drawing.at(110, 700).show('centred head').at(290, 700).show('sum').at(60, 740).show('text above it');
    for (const [i, word] of ['first', 'the second one', 'x'].entries()) {
      drawing
        .at(60, 670 - 20 * i)
        .show(word)
        .at(320, 670 - 20 * i)
        .show(`${30 - 9 * i}`);
    }
    expect(cellsOf(drawing)).toEqual([
      [
        ['centred head', 'sum'],
        ['first', '30'],
        ['the second one', '21'],
        ['x', '12'],
      ],
    ]);
  });

  it('takes rows that end in growing page numbers for the entries of a contents page', () => {
    const drawing = new Drawing();
    for (let i = 0; i < 6; i++)
      drawing
        .at(60, 700 - 15 * i)
        .show('an entry')
        .at(400, 700 - 15 * i)
        .show(`${2 * i + 1}`);
    const { text, tables, lines } = read(drawing);
    expect(tables).toEqual([]);
    expect(text.split('\n')[1]).toBe('an entry 3');
    expect(lines.every((line) => line.entry)).toBe(true);
  });
});
