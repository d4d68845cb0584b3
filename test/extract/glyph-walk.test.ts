import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { walkGlyphs } from '../../src/extract/glyph-walk.ts';
import { Operator } from '../../src/extract/operators.ts';
import { Drawing, plainFont } from './drawing.ts';

function places(drawing: Drawing): [string, number, number, number][] {
  const glyphs = walkGlyphs(drawing.page(), drawing.fonts);
  return glyphs.glyph.map(({ unicode }, i) => [
    unicode,
    round(glyphs.x[i]),
    round(glyphs.y[i]),
    round(glyphs.advance[i]),
  ]);
}

const round = (value = Number.NaN): number => Math.round(value * 100) / 100;

describe('the walk over a page’s operators', () => {
  it('knows the operators by the numbers that pdf.js gives them', () => {
    for (const [name, number] of Object.entries(Operator)) {
      expect([name, (OPS as Record<string, number>)[name]]).toEqual([name, number]);
    }
  });

  it('places glyphs from the top left, one advance after the other', () => {
    expect(places(new Drawing().at(100, 700).show('กข'))).toEqual([
      ['ก', 100, 100, 5],
      ['ข', 105, 100, 5],
    ]);
  });

  it('moves by adjustments in thousandths of an em', () => {
    expect(places(new Drawing().at(100, 700).show('ก', -1000, 'ข', 500, 'ค')).map((g) => g[1])).toEqual([
      100, 115, 115,
    ]);
  });

  it('adds character spacing to every glyph and word spacing to single-byte spaces, not to the advance', () => {
    const drawing = new Drawing();
    const space = { ...drawing.glyph(' '), isSpace: true };
    drawing.add('setCharSpacing', 1).add('setWordSpacing', 3).at(0, 0).show('ก', space, 'ข');
    expect(places(drawing).map(([, x, , advance]) => [x, advance])).toEqual([
      [0, 5],
      [6, 5],
      [15, 5],
    ]);
  });

  it('scales by horizontal scaling, text matrix and transformation', () => {
    const drawing = new Drawing()
      .add('transform', 2, 0, 0, 2, 10, 20)
      .add('setHScale', 50)
      .at(5, 5)
      .show('กข');
    expect(places(drawing)).toEqual([
      ['ก', 20, 770, 5],
      ['ข', 25, 770, 5],
    ]);
  });

  it('keeps to its line with leading, moves and text rise', () => {
    const drawing = new Drawing().add('setLeading', 12).at(0, 100).show('ก').add('nextLine').show('ข');
    drawing
      .add('setLeadingMoveText', 3, -20)
      .show('ค')
      .add('nextLine')
      .show('ง')
      .add('setTextRise', 4)
      .show('จ');
    expect(places(drawing).map(([, x, y]) => [x, y])).toEqual([
      [0, 700],
      [0, 712],
      [3, 732],
      [3, 752],
      [8, 748],
    ]);
  });

  it('restores what a form XObject or a saved state changed', () => {
    const drawing = new Drawing().at(0, 0).add('save').add('setCharSpacing', 9);
    drawing.add('paintFormXObjectBegin', [1, 0, 0, 1, 50, 0], null).at(0, 0).show('ก');
    drawing.add('paintFormXObjectEnd').add('restore').at(0, 0).show('ขค');
    expect(places(drawing).map(([, x]) => x)).toEqual([50, 0, 5]);
  });

  it('passes over text inside a soft mask, which is not on the page', () => {
    const drawing = new Drawing()
      .add('beginGroup', { smask: {} })
      .at(0, 0)
      .show('ก')
      .add('endGroup')
      .at(0, 0);
    expect(places(drawing.show('ข')).map(([unicode]) => unicode)).toEqual(['ข']);
  });

  it('writes downwards in a vertical font', () => {
    const drawing = new Drawing();
    drawing.font = { ...plainFont, vertical: true, defaultVMetrics: [-1000, 500, 880] };
    expect(places(drawing.at(100, 700).show('กข')).map(([, x, y]) => [x, y])).toEqual([
      [100, 100],
      [100, 110],
    ]);
  });

  it('survives operators without sense: missing fonts, numbers for matrices, a thousand unclosed saves', () => {
    const drawing = new Drawing().add('setTextMatrix', null).add('transform', 'x').show('ก');
    for (let i = 0; i < 3000; i++) drawing.add('save');
    for (let i = 0; i < 3000; i++) drawing.add('restore');
    drawing.at(10, 700).show('ข');
    expect(places(drawing)).toEqual([['ข', 10, 100, 5]]);
  });
});
