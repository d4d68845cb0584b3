import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteReader } from '../../src/extract/font-program/byte-reader.ts';
import { drawCharString } from '../../src/extract/font-program/charstring.ts';
import { readCmap } from '../../src/extract/font-program/cmap.ts';
import { textOfName } from '../../src/extract/font-program/glyph-names.ts';
import { glyphOrder } from '../../src/extract/font-program/glyph-order.ts';
import { inkDistance, shapeOf } from '../../src/extract/font-program/glyph-shape.ts';
import { programTexts } from '../../src/extract/font-program/program-texts.ts';
import { readProgram } from '../../src/extract/font-program/read-program.ts';
import { solveCodes } from '../../src/extract/font-program/solve-codes.ts';
import { readToUnicode } from '../../src/extract/font-program/to-unicode.ts';

const sarabun = readFileSync(
  new URL('../../node_modules/@expo-google-fonts/sarabun/400Regular/Sarabun_400Regular.ttf', import.meta.url),
);

function u16(...values: readonly number[]): number[] {
  return values.flatMap((value) => [(value >> 8) & 0xff, value & 0xff]);
}

function cmapOf(subtable: readonly number[]): ReadonlyMap<number, number> | undefined {
  const bytes = Uint8Array.from([...u16(0, 1, 3, 1, 0, 12), ...subtable]);
  return readCmap(new Map([['cmap', new ByteReader(bytes)]]))[0]?.glyphs;
}

describe('character maps', () => {
  it('reads format 4, with deltas and with glyph arrays', () => {
    const segments = u16(4, 0, 0, 6, 0, 0, 0, 0x0e03, 0x0e33, 0xffff, 0, 0x0e01, 0x0e32, 0xffff);
    const glyphs = cmapOf([...segments, ...u16(0x10000 - 0x0e01 + 5, 0, 1), ...u16(0, 4, 0), ...u16(40, 41)]);
    expect([...(glyphs ?? [])]).toEqual([
      [0x0e01, 5],
      [0x0e02, 6],
      [0x0e03, 7],
      [0x0e32, 40],
      [0x0e33, 41],
    ]);
  });

  it('reads formats 0, 6 and 12', () => {
    expect(cmapOf([...u16(0, 9, 0), 0, 7, 8])?.get(1)).toBe(7);
    expect(cmapOf(u16(6, 14, 0, 0x0e48, 2, 60, 61))?.get(0x0e49)).toBe(61);
    expect(cmapOf(u16(12, 0, 0, 28, 0, 0, 0, 1, 0, 0x0e01, 0, 0x0e03, 0, 9))?.get(0x0e03)).toBe(11);
  });
});

describe('substitutions', () => {
  it('names variants, ligatures and the parts of SARA AM', () => {
    const texts = programTexts({
      subtables: [
        {
          platform: 3,
          encoding: 1,
          glyphs: new Map([
            [0x0e33, 1],
            [0x0e49, 2],
            [0xf70b, 9],
          ]),
        },
      ],
      names: new Map([[8, 'uni0E48.low']]),
      substitutions: [
        { to: 3, from: [1], part: 0, parts: 2 },
        { to: 4, from: [1], part: 1, parts: 2 },
        { to: 5, from: [2], part: 0, parts: 1 },
        { to: 6, from: [3, 5], part: 0, parts: 1 },
      ],
    });
    const read = Object.fromEntries([...texts].map(([glyph, { text }]) => [glyph, text]));
    expect(read).toEqual({
      1: '\u0e33',
      2: '\u0e49',
      3: '\u0e4d',
      4: '\u0e32',
      5: '\u0e49',
      6: '\u0e4d\u0e49',
      8: '\u0e48',
      9: '\u0e49',
    });
  });

  it('leaves a glyph unnamed that comes from two characters', () => {
    const texts = programTexts({
      subtables: [
        {
          platform: 3,
          encoding: 1,
          glyphs: new Map([
            [0x0e48, 1],
            [0x0e49, 2],
          ]),
        },
      ],
      names: new Map(),
      substitutions: [
        { to: 3, from: [1], part: 0, parts: 1 },
        { to: 3, from: [2], part: 0, parts: 1 },
      ],
    });
    expect(texts.has(3)).toBe(false);
  });

  it('are read from a real font: every tone mark of Sarabun has variants', () => {
    const program = readProgram(sarabun);
    const tones = [...(program?.texts.values() ?? [])].filter(({ text }) => /^[\u0e48-\u0e4b]$/.test(text));
    expect(Object.values(Object.groupBy(tones, ({ text }) => text)).map((all) => all?.length)).toEqual([
      3, 3, 3, 3,
    ]);
  });
});

describe('glyph names', () => {
  it.each([
    ['uni0E48.low', '\u0e48'],
    ['uni0E49_uni0E4D', '\u0e49\u0e4d'],
    ['u0E32', '\u0e32'],
    ['saraaathai', '\u0e32'],
    ['maithoupperleftthai', '\u0e49'],
    ['uniF70F', 'ญ'],
    ['A', 'A'],
    ['g201', null],
    ['.notdef', null],
  ])('%s', (name, text) => expect(textOfName(name)).toBe(text));
});

describe('glyph orders', () => {
  it('know what the leaked ids of the 362-glyph fonts draw', () => {
    const texts = glyphOrder(362)?.texts;
    expect([201, 202, 203, 204, 205, 206, 181].map((glyph) => texts?.get(glyph))).toEqual([
      '\u0e48',
      '\u0e49',
      '\u0e4a',
      '\u0e4b',
      '\u0e4c',
      '\u0e4d',
      '\u0e32',
    ]);
  });

  it('know TH Sarabun by any of its glyph counts', () => {
    for (const count of [509, 510, 511]) expect(glyphOrder(count)?.texts.get(0x107)).toBe('\u0e32');
    expect(glyphOrder(512)).toBeUndefined();
  });
});

describe('outlines', () => {
  it('are the same for a moved outline, and differ for another', () => {
    const square = [[0, 0, 100, 0, 100, 100, 0, 100]];
    const moved = [[10, 700, 110, 700, 110, 800, 10, 800]];
    const triangle = [[0, 0, 100, 0, 0, 100]];
    const [a, b, c] = [square, moved, triangle].map((outline) => shapeOf(outline, 1000));
    expect(a?.hash).toBe(b?.hash);
    expect(a?.hash).not.toBe(c?.hash);
    expect(inkDistance(a?.ink ?? new Uint8Array(0), c?.ink ?? new Uint8Array(0))).toBeCloseTo(1 / 3, 1);
  });

  it('fill by the non-zero rule: a ring has a hole', () => {
    const ring = [
      [0, 0, 120, 0, 120, 120, 0, 120],
      [40, 40, 40, 80, 80, 80, 80, 40],
    ];
    const ink = shapeOf(ring, 1000)?.ink;
    expect(ink?.[6 * 12 + 6]).toBe(0);
    expect(ink?.[0]).toBe(15);
  });

  it('are drawn from Type 2 charstrings: lines, curves, subroutines', () => {
    const number = (value: number) => value + 139;
    const code = Uint8Array.from([number(10), number(20), 21, number(50), 6, number(-107), 10, 14]);
    const subroutine = Uint8Array.from([number(30), 7, number(-50), 6, 11]);
    const outline = drawCharString(code, { global: [], local: [subroutine] });
    expect(outline).toEqual([[10, 20, 60, 20, 60, 50, 10, 50]]);
  });
});

describe('ToUnicode maps', () => {
  it('reads characters, ranges and lists', () => {
    const map = readToUnicode(
      Buffer.from(
        '2 beginbfchar <01> <0E01> <02> <0E490E4D> endbfchar 2 beginbfrange <10> <12> <0E48> <20> <21> [<0041> <0042>] endbfrange',
      ),
    );
    expect(Object.fromEntries(map)).toEqual({
      1: 'ก',
      2: '\u0e49\u0e4d',
      16: '\u0e48',
      17: '\u0e49',
      18: '\u0e4a',
      32: 'A',
      33: 'B',
    });
  });
});

describe('codes that outlines leave open', () => {
  it('are solved by the words that they make', () => {
    const [tone, vowel] = ['\u{f0000}', '\u{f0001}'];
    const candidates = (letters: string) =>
      [...letters].map((letter) => ({ code: letter.charCodeAt(0), distance: 0.1 }));
    const open = [
      {
        letter: tone,
        candidates: candidates('\u0e49\u0e48'),
        windows: [`ท${vowel}${tone}`, `เม${tone}อ`, `ไม${tone}ใช${tone}`],
      },
      {
        letter: vowel,
        candidates: candidates('\u0e37\u0e35'),
        windows: [`ท${vowel}${tone}นี้`, `ป${vowel}ที่แล้ว`],
      },
    ].map((one, i) => ({ ...one, font: 0, code: i, claimed: '?' }));
    expect(solveCodes(open).map(({ text }) => text)).toEqual(['\u0e48', '\u0e35']);
  });
});

describe('any bytes', () => {
  it('are read as a font program or not at all, and nothing throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom(0, 1, 2), (noise, kind) => {
        const starts = [[0, 1, 0, 0, 0, 3], [1, 0, 4, 1], [...Buffer.from('%!FontType1 eexec ')]];
        const bytes = Uint8Array.from([...(starts[kind] ?? []), ...noise]);
        const program = readProgram(bytes);
        for (let glyph = 0; glyph < 4; glyph++) program?.outline(glyph);
        return program === null || program.texts.size >= 0;
      }),
      { numRuns: 500 },
    );
  });

  it('in place of a part of a real font lose that part only', () => {
    fc.assert(
      fc.property(fc.nat(sarabun.length - 1), fc.uint8Array({ minLength: 1, maxLength: 64 }), (at, noise) => {
        const bytes = Uint8Array.from(sarabun);
        bytes.set(noise.subarray(0, bytes.length - at), at);
        const program = readProgram(bytes);
        program?.outline(0x107);
        return program === null || program.texts.size >= 0;
      }),
      { numRuns: 60 },
    );
  });
});

const writers = new URL('../../../shared/pdfs/writers/', import.meta.url);
const missing = !existsSync(writers);

describe.skipIf(missing)(`formats of real PDFs${missing ? ' (../shared is missing)' : ''}`, () => {
  it('draw one letter alike as Type 1, as CFF and as Type 3', async () => {
    const { PdfFile } = await import('../../src/extract/pdf-objects/pdf-file.ts');
    const { pageObjects } = await import('../../src/extract/pdf-objects/pages.ts');
    const { pageFonts } = await import('../../src/extract/font-program/page-fonts.ts');
    const { readFontObject } = await import('../../src/extract/font-program/font-object.ts');
    const shapes = ['lo-Norasi', 'pg-Norasi'].map((name) => {
      const file = new PdfFile(readFileSync(new URL(`${name}.pdf`, writers)));
      const [page] = pageObjects(file);
      const fonts = page ? pageFonts(file, page) : [];
      const programs = fonts.map(
        (font) => readFontObject(file, font, (_, bytes) => readProgram(bytes() ?? new Uint8Array(0))).program,
      );
      return new Set(
        programs.flatMap((program) =>
          Array.from({ length: program?.glyphCount ?? 0 }, (_, glyph) => {
            const outline = program?.outline(glyph);
            return outline ? shapeOf(outline, program?.unitsPerEm ?? 1000)?.hash : undefined;
          }),
        ),
      );
    });
    const [type1 = new Set(), cff = new Set()] = shapes;
    expect([...type1].filter((hash) => cff.has(hash)).length).toBeGreaterThan(60);
  });
});
