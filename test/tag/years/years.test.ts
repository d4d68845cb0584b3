import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/document/page.ts';
import { Knowledge } from '../../../src/tag/knowledge.ts';
import { years } from '../../../src/tag/years/years.ts';

function block(kind: Block['kind'], text: string, part: string): Block {
  const start = text.indexOf(part);
  return { kind, start, end: start + part.length, box: null };
}

describe('years', () => {
  it('leaves the figures of headers, footers and folios alone', () => {
    const text = 'รายงานประจำปี 2560\nในปี 2561 มีผล\n2475';
    const blocks = [
      block('page-header', text, 'รายงานประจำปี 2560'),
      block('paragraph', text, 'ในปี 2561 มีผล'),
      block('folio', text, '2475'),
    ];
    const found = years.find({ text, tokens: [], blocks }, new Knowledge()).years ?? [];
    expect(found.map((year) => [year.text, year.start])).toEqual([['2561', 24]]);
  });

  it('gives a range its first year and its Gregorian interval', () => {
    const page = { text: 'พ.ศ. 2550-2558', tokens: [], blocks: [] };
    const [range] = years.find(page, new Knowledge()).years ?? [];
    expect(range).toMatchObject({ kind: 'interval', era: 'BE', year: 2550, edtf: '2007/2015' });
  });
});
