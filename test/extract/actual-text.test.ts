import { describe, expect, it } from 'vitest';
import { ActualTextReader } from '../../src/extract/actual-text.ts';
import { actualTextSpans } from '../../src/extract/actual-text-spans.ts';
import { repairPage } from '../../src/repair/index.ts';
import { pageOfText } from '../../src/repair/text.ts';
import { pdfOf, stream } from './stripped-pdf.ts';

function textsOf(content: string): readonly (string | null)[] | null {
  const form = stream(
    '/Span <</ActualText (in the form)>> BDC EMC',
    '/Type/XObject/Subtype/Form/BBox[0 0 9 9]',
  );
  const bytes = pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>/Properties<</P <</ActualText <feff0e01>>>/Q <</MCID 1>>>>>>>>',
    stream(content),
    form,
  ]);
  return new ActualTextReader(bytes).textsOf(1);
}

describe('the texts of marked content', () => {
  it('come from inline and named property lists and from forms, in the order of drawing', () => {
    const content =
      '/P BMC /Span <</ActualText <feff0e170e33>>> BDC EMC /X Do /Span /P BDC EMC /Span /Q BDC EMC EMC';
    expect(textsOf(content)).toEqual([null, 'ทำ', 'in the form', 'ก', null]);
  });

  it('are null for a page beyond the last', () => {
    expect(new ActualTextReader(pdfOf(['<</Type/Catalog>>'])).textsOf(3)).toBeNull();
  });
});

const glyphs = {
  count: 4,
  code: new Uint32Array(4),
  font: new Uint16Array(4),
  advance: new Float32Array(4),
  box: new Float32Array(16),
  start: Uint32Array.of(0, 1, 2, 3),
  end: Uint32Array.of(1, 2, 3, 4),
  flags: new Uint8Array(4),
  drawn: Uint32Array.of(0, 2, 1, 3),
};

describe('spans', () => {
  const marked = [
    { first: 0, end: 3, depth: 0 },
    { first: 1, end: 2, depth: 1 },
    { first: 3, end: 4, depth: 0 },
  ];

  it('cover the glyphs in reading order; the outer of nested ones counts', () => {
    expect(actualTextSpans({ text: 'ท\u0000าก', glyphs, marked }, ['ทำ', 'x', null])).toEqual([
      { start: 0, end: 3, text: 'ทำ' },
    ]);
  });

  it('are none where the numbers of marks disagree', () => {
    expect(actualTextSpans({ text: 'ทำาก', glyphs, marked }, ['ทำ'])).toEqual([]);
  });

  it('leave out glyphs that stand apart, and lines', () => {
    expect(actualTextSpans({ text: 'ก\nาก', glyphs, marked }, ['กา', null, null])).toEqual([]);
    const apart = [
      { first: 1, end: 2, depth: 0 },
      { first: 0, end: 2, depth: 0 },
    ];
    expect(actualTextSpans({ text: 'กขคง', glyphs, marked: apart }, [null, 'กค'])).toEqual([]);
  });
});

describe('the rule', () => {
  function repaired(text: string, spans: readonly { start: number; end: number; text: string }[]) {
    const page = repairPage({ ...pageOfText(text), actualText: spans });
    return { text: page.text, rules: page.repairs.map(({ rule }) => rule) };
  }

  it.each([
    ['takes the text for glyphs that say nothing', 'ท\u0003\u0004หน้าที่', 3, 'ทำ', 'ทำหน้าที่'],
    ['keeps what is the same but for its order', 'น\u0e4d\u0e49า', 4, 'น้ำ', 'น้ำ'],
    ['keeps a claim with other consonants', 'รายการ', 6, 'ภาพถ่าย', 'รายการ'],
    ['never writes twice what the next glyph draws', 'กา', 1, 'กา', 'กา'],
    ['leaves Latin alone', 'fine', 2, 'ffi', 'fine'],
  ] as const)('%s', (...[, claimed, end, text, after]) => {
    expect(repaired(claimed, [{ start: 0, end, text }]).text).toBe(after);
  });

  it('gives its proof', () => {
    expect(repaired('ผ\u0000\u0000ป่วย', [{ start: 0, end: 3, text: 'ผู้' }])).toEqual({
      text: 'ผู้ป่วย',
      rules: ['actual-text'],
    });
  });
});
