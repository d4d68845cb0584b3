/**
 * Writes `src/extract/font-program/data/reference-outlines.bin`: what the letters of known Thai fonts look like.
 *
 *     node scripts/reference-outlines.ts <folder with font packages> <folder of PDFs>
 *
 * The fonts are those of the npm packages `@expo-google-fonts/*` (all under the SIL Open Font License 1.1). Of
 * them the coarse shapes are kept, and a hash of each outline; of fonts embedded in the PDFs only the hashes.
 * The same input gives the same bytes. The file's format stands in `reference-outlines.ts`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isThai } from '../src/document/thai.ts';
import { readFontObject } from '../src/extract/font-program/font-object.ts';
import type { FontProgram } from '../src/extract/font-program/font-program.ts';
import { type GlyphShape, inkDistance, shapeOf } from '../src/extract/font-program/glyph-shape.ts';
import { pageFonts } from '../src/extract/font-program/page-fonts.ts';
import { readProgram } from '../src/extract/font-program/read-program.ts';
import { toneOnNikhahit } from '../src/extract/font-program/reference-outlines.ts';
import { pageObjects } from '../src/extract/pdf-objects/pages.ts';
import { PdfFile } from '../src/extract/pdf-objects/pdf-file.ts';

/** Families whose shapes are kept: looped and loopless, sans and serif, by hand. */
const shapeFamilies = [
  'sarabun',
  'noto-sans-thai-looped',
  'noto-sans-thai',
  'ibm-plex-sans-thai-looped',
  'ibm-plex-sans-thai',
  'taviraj',
  'trirong',
  'pridi',
  'kanit',
  'niramit',
];
const hashStyles = [
  '400Regular',
  '400Regular_Italic',
  '500Medium',
  '600SemiBold',
  '700Bold',
  '700Bold_Italic',
];
const shapeStyles = ['400Regular', '700Bold'];

const [fonts = '.', pdfs = '.'] = process.argv.slice(2);
const hashes = new Map<number, number>();
const shapes: { code: number; shape: GlyphShape }[] = [];

for (const family of readdirSync(fonts).sort()) {
  for (const style of hashStyles) {
    const file = fontFile(path.join(fonts, family, style));
    const program = file === null ? null : readProgram(readFileSync(file));
    if (program === null) continue;
    addHashes(program);
    if (shapeFamilies.includes(family) && shapeStyles.includes(style)) addShapes(program, family, style);
  }
}
for (const name of readdirSync(pdfs).sort()) {
  if (name.endsWith('.pdf')) addPdf(new PdfFile(readFileSync(path.join(pdfs, name))));
}
write();

function fontFile(folder: string): string | null {
  try {
    const name = readdirSync(folder).find((file) => file.endsWith('.ttf'));
    return name === undefined ? null : path.join(folder, name);
  } catch {
    return null;
  }
}

function codeOf(text: string): number {
  const code = text.charCodeAt(0);
  const pair = /^(?:\u0e4d([\u0e48-\u0e4b])|([\u0e48-\u0e4b])\u0e4d)$/.exec(text);
  if (pair) return toneOnNikhahit + (pair[1] ?? pair[2] ?? '').charCodeAt(0);
  if (text.length !== 1) return 0;
  return isThai(code) || (code > 0x20 && code < 0x7f) ? code : 0;
}

function addHashes(program: FontProgram): void {
  for (const [glyph, { text }] of program.texts) {
    const code = codeOf(text);
    const outline = code === 0 ? null : program.outline(glyph);
    const shape = outline && shapeOf(outline, program.unitsPerEm);
    if (!shape) continue;
    const known = hashes.get(shape.hash);
    hashes.set(shape.hash, known === undefined || known === code ? code : 0);
  }
}

function addShapes(program: FontProgram, family: string, style: string): void {
  const latin = family === 'sarabun' || family === 'taviraj' || family === 'kanit';
  const done = new Map<number, GlyphShape[]>();
  for (const [glyph, { text }] of program.texts) {
    const code = codeOf(text);
    if (code === 0 || (code < 0x80 && !(latin && style === '400Regular'))) continue;
    const outline = program.outline(glyph);
    const shape = outline && shapeOf(outline, program.unitsPerEm);
    const others = done.get(code) ?? [];
    if (!shape || others.some(({ ink }) => inkDistance(ink, shape.ink) < 0.15)) continue;
    done.set(code, [...others, shape]);
    shapes.push({ code, shape });
  }
}

function addPdf(file: PdfFile): void {
  const seen = new Set<number>();
  for (const page of pageObjects(file)) {
    for (const reference of pageFonts(file, page)) {
      const font = readFontObject(file, reference, (key, bytesOf) => {
        const bytes = seen.has(key) ? null : bytesOf();
        seen.add(key);
        return bytes === null ? null : readProgram(bytes);
      });
      if (font.program !== null) addHashes(font.program);
    }
  }
}

function write(): void {
  const exact = [...hashes].filter(([, code]) => code !== 0).sort((a, b) => a[0] - b[0]);
  shapes.sort((a, b) => a.code - b.code);
  const head = Buffer.alloc(8);
  head.writeUInt32LE(exact.length, 0);
  head.writeUInt32LE(shapes.length, 4);
  const exactPart = Buffer.alloc(exact.length * 6);
  for (const [i, [hash, code]] of exact.entries()) {
    exactPart.writeUInt32LE(hash, 4 * i);
    exactPart.writeUInt16LE(code, 4 * exact.length + 2 * i);
  }
  const parts = shapes.map(({ code, shape }) => {
    const part = Buffer.alloc(8);
    part.writeUInt16LE(code, 0);
    part.writeInt16LE(Math.round(shape.width * 1000), 2);
    part.writeInt16LE(Math.round(shape.height * 1000), 4);
    part.writeInt16LE(Math.round(shape.bottom * 1000), 6);
    const ink = Buffer.alloc(shape.ink.length / 2);
    for (let i = 0; i < ink.length; i++)
      ink[i] = ((shape.ink[2 * i] ?? 0) << 4) | (shape.ink[2 * i + 1] ?? 0);
    return Buffer.concat([part, ink]);
  });
  const target = new URL('../src/extract/font-program/data/reference-outlines.bin', import.meta.url);
  const bytes = Buffer.concat([head, exactPart, ...parts]);
  writeFileSync(target, bytes);
  console.log(`${exact.length} hashes, ${shapes.length} shapes, ${bytes.length} bytes`);
}
