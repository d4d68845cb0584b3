import type { Flow } from '../../src/document/flow.ts';
import type { TaggedPage } from '../../src/document/page.ts';

/** A page of a small book, with one of everything that the document has a place for. */
export function pageOf(number: number, change: Partial<TaggedPage> = {}): TaggedPage {
  const text = 'ทำงานปี 2551\nUN-ACT';
  return {
    number,
    label: `${number}`,
    folio: null,
    width: 595.2756,
    height: 841.8898,
    rotation: 0,
    origin: 'text-layer',
    status: 'repaired',
    text,
    claimed: 'ท างานปี 2551\nUN-ACT',
    lines: [
      { start: 0, end: 12, box: [72.001, 90.999, 200.12345, -0.001] },
      { start: 13, end: 19, box: null },
    ],
    blocks: [
      { kind: 'heading', level: 2, start: 0, end: 12, box: [72.001, 90.999, 200.12345, 110] },
      {
        kind: 'table',
        start: 13,
        end: 19,
        box: null,
        cells: [
          [
            { start: 13, end: 15 },
            { start: 16, end: 19 },
          ],
        ],
      },
    ],
    glyphs: null,
    fonts: [],
    diagnostics: [{ rule: 'test', severity: 'warning', message: 'a test', start: 0, end: 2 }],
    repairs: [
      {
        rule: 'glyph-nikhahit+sara-am',
        start: 1,
        end: 2,
        before: ' า',
        after: 'ำ',
        evidence: [{ detail: 'advance 0', score: 0.12345678, code: 3, kind: 'glyph' }],
        confidence: 0.99961,
      },
    ],
    undecided: [{ rule: 'test', start: 2, end: 3, candidates: ['ก', 'ข'], reason: 'a test' }],
    tokens: ['ทำ', 'งาน', 'ปี', ' ', '2551', '\n', 'UN-ACT'],
    languages: [{ start: 0, end: 8, language: 'tha' }],
    entities: [
      {
        start: 13,
        end: 19,
        type: 'organisation',
        text: 'UN-ACT',
        id: 'e1',
        rule: 'acronym',
        confidence: 1 / 3,
      },
    ],
    years: [
      {
        start: 8,
        end: 12,
        text: '2551',
        kind: 'year',
        era: 'BE',
        eraSource: 'inferred',
        year: 2551,
        edtf: '2008',
      },
    ],
    terms: [{ start: 0, end: 2, thai: 'ทำ', english: 'do', abbreviation: null }],
    ...change,
  };
}

/** A document of such pages. */
export function bookOf(
  pages: Iterable<TaggedPage> | AsyncIterable<TaggedPage>,
  name = 'สมุด.pdf',
): Flow<TaggedPage> {
  return {
    source: {
      name,
      sha256: 'ab'.repeat(32),
      bytes: 1234,
      mediaType: 'application/pdf',
      pageCount: 3,
      info: { title: 'สมุด', author: 'ผู้เขียน' },
      outline: [{ title: 'บทที่ 1', level: 1, page: 1 }],
    },
    pages: drained(pages),
    diagnostics: [{ rule: 'document', severity: 'info', message: 'about the whole' }],
  };
}

async function* drained(pages: Iterable<TaggedPage> | AsyncIterable<TaggedPage>): AsyncGenerator<TaggedPage> {
  yield* pages;
}
