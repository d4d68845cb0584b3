/**
 * Writes the glyph orders of Thai font families whose embedded subsets keep their glyph numbers:
 *
 *     node scripts/glyph-orders.ts <folder of PDFs> <glyph count>... > order.txt
 *
 * Every embedded TrueType program with one of the counts gives the texts of its own character map and
 * substitutions; glyphs that two programs read differently are left out, and gaps between two glyphs whose
 * characters are as far apart as their numbers are filled in order.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isThai } from '../src/document/thai.ts';
import { readFontObject } from '../src/extract/font-program/font-object.ts';
import { pageFonts } from '../src/extract/font-program/page-fonts.ts';
import { readProgram } from '../src/extract/font-program/read-program.ts';
import { pageObjects } from '../src/extract/pdf-objects/pages.ts';
import { PdfFile } from '../src/extract/pdf-objects/pdf-file.ts';

const [folder = '.', ...counts] = process.argv.slice(2);
const order = new Map<number, string | null>();
for (const name of readdirSync(folder).sort()) {
  if (name.endsWith('.pdf')) readFile(new PdfFile(readFileSync(path.join(folder, name))));
}
fillGaps();
for (const [glyph, text] of [...order].sort((a, b) => a[0] - b[0])) {
  if (text !== null) console.log(`${glyph} ${text.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function readFile(file: PdfFile): void {
  const seen = new Set<number>();
  for (const page of pageObjects(file)) {
    for (const reference of pageFonts(file, page)) {
      const font = readFontObject(file, reference, (key, bytesOf) => {
        const bytes = seen.has(key) ? null : bytesOf();
        seen.add(key);
        return bytes === null ? null : readProgram(bytes);
      });
      if (font.program === null || !counts.includes(String(font.program.glyphCount))) continue;
      for (const [glyph, { text }] of font.program.texts) {
        if (text.length !== 1 || !isThai(text.charCodeAt(0))) continue;
        const known = order.get(glyph);
        order.set(glyph, known === undefined || known === text ? text : null);
      }
    }
  }
}

function fillGaps(): void {
  const known = [...order].filter(([, text]) => text !== null).sort((a, b) => a[0] - b[0]);
  for (const [i, [glyph, text]] of known.entries()) {
    const [next, nextText] = known[i + 1] ?? [glyph, text];
    const code = text?.charCodeAt(0) ?? 0;
    if ((nextText?.charCodeAt(0) ?? 0) - code !== next - glyph) continue;
    for (let step = 1; step < next - glyph; step++) {
      if (isThai(code + step) && !order.has(glyph + step)) {
        order.set(glyph + step, String.fromCharCode(code + step));
      }
    }
  }
}
