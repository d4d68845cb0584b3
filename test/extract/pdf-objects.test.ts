import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentOperators } from '../../src/extract/pdf-objects/content.ts';
import { END, Lexer } from '../../src/extract/pdf-objects/lexer.ts';
import { ByteString, Name, Ref } from '../../src/extract/pdf-objects/object.ts';
import { pageContent, pageObjects } from '../../src/extract/pdf-objects/pages.ts';
import { PdfFile } from '../../src/extract/pdf-objects/pdf-file.ts';
import { textOfString } from '../../src/extract/pdf-objects/text-string.ts';
import { pdfOf, stream } from './stripped-pdf.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const parse = (text: string) => new Lexer(bytes(text)).next();

describe('objects', () => {
  it.each([
    ['(a\\(b\\)\\101\\n(c))', new ByteString('a(b)A\n(c)')],
    ['<feff 0E3>', new ByteString('\u00fe\u00ff\u000e\u0030')],
    ['/A#20B', new Name('A B')],
    ['-.5', -0.5],
    ['--3', -3],
    ['[1 2 0 R /X]', [1, new Ref(2, 0), new Name('X')]],
    [
      '<</K [<</L 1>>] % comment\n /M null>>',
      new Map<string, unknown>([
        ['K', [new Map([['L', 1]])]],
        ['M', null],
      ]),
    ],
  ])('%s', (text, object) => expect(parse(text)).toEqual(object));

  it('end, whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
        const lexer = new Lexer(noise);
        for (let i = 0; i <= noise.length; i++) if (lexer.next() === END) return true;
        return false;
      }),
      { numRuns: 1000 },
    );
  });
});

describe('content streams', () => {
  it('skip the data of inline images', () => {
    const content = bytes('q BI /W 2 /H 2 ID \u0001EI\u0002 (\u0003 EI Q (text) Tj');
    expect([...contentOperators(content)].map(({ operator }) => operator)).toEqual([
      'q',
      'BI',
      'ID',
      'EI',
      'Q',
      'Tj',
    ]);
  });
});

const edge = (name: string) => readFileSync(new URL(`../../fixtures/edge/${name}.pdf`, import.meta.url));
const contentOf = (file: PdfFile) => {
  const [page] = pageObjects(file);
  return page ? Buffer.from(pageContent(file, page)).toString('latin1') : '';
};

describe('files', () => {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1/Resources<</Font<</F 9 0 R>>>>>>',
    '<</Type/Page/Parent 2 0 R/Contents[4 0 R 5 0 R]>>',
    stream(deflateSync(bytes('BT')), '/Filter/FlateDecode'),
    stream('4254>', '/Filter/ASCIIHexDecode'),
  ];

  it('give their pages, inherited resources and unpacked content', () => {
    const file = new PdfFile(pdfOf(objects));
    expect(contentOf(file)).toBe('BT\nBT\n');
    expect([...(pageObjects(file)[0]?.resources.keys() ?? [])]).toEqual(['Font']);
  });

  it('are searched for their objects when the cross-references are wrong', () => {
    const damaged = Buffer.from(pdfOf(objects))
      .toString('latin1')
      .replace(/startxref\n\d+/, 'startxref\n7');
    expect(contentOf(new PdfFile(bytes(damaged)))).toBe('BT\nBT\n');
    expect(contentOf(new PdfFile(edge('wrong-xref')))).toContain('Tf');
  });

  it('open with their password, and with none where only the owner has one', () => {
    expect(contentOf(new PdfFile(edge('encrypted-owner')))).toContain('BT');
    expect(contentOf(new PdfFile(edge('encrypted-user'), 'wrong'))).not.toContain('BT');
  });

  it('may be any bytes: nothing throws', () => {
    const whole = pdfOf(objects);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.uint8Array({ minLength: 1, maxLength: 32 }), (at, noise) => {
        const damaged = Uint8Array.from(whole);
        damaged.set(noise.subarray(0, damaged.length - at), at);
        return typeof contentOf(new PdfFile(damaged)) === 'string';
      }),
      { numRuns: 300 },
    );
  });
});

describe('text strings', () => {
  it.each([
    ['\u00fe\u00ff\u000e\u0017\u000e\u0033', 'ทำ'],
    ['\u00ff\u00fe\u0017\u000e', 'ท'],
    ['\u00ef\u00bb\u00bf\u00e0\u00b8\u0097', 'ท'],
    ['plain', 'plain'],
  ])('%j', (raw, text) => expect(textOfString(raw)).toBe(text));
});
