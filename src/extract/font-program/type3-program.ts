import { contentOperators } from '../pdf-objects/content.ts';
import { type Dict, isDict, Name, numberOf, type PdfObject } from '../pdf-objects/object.ts';
import type { PdfFile } from '../pdf-objects/pdf-file.ts';
import { Pen } from './charstring.ts';
import type { FontProgram } from './font-program.ts';

/**
 * A Type 3 font (ISO 32000-2, 9.6.4) as a program whose glyphs are its codes: the filled paths of its
 * glyph descriptions. Chromium embeds CFF fonts like this. Glyphs of images have no outline.
 */
export function type3Program(file: PdfFile, dict: Dict): FontProgram {
  const procedures = file.dict(dict.get('CharProcs'));
  const names = differences(file, file.resolve(dict.get('Encoding')));
  const scale = Math.abs(numberOf(file.resolve(file.array(dict.get('FontMatrix'))[0]), 0.001)) || 0.001;
  return {
    glyphCount: procedures.size,
    unitsPerEm: 1 / scale,
    texts: new Map(),
    glyphOfCode: (code) => (names.has(code) ? code : undefined),
    glyphOfName: () => undefined,
    glyphOfCid: (cid) => cid,
    outline: (code) => {
      const content = file.streamBytes(procedures.get(names.get(code) ?? ''));
      return content === null ? null : drawPaths(content);
    },
  };
}

function differences(file: PdfFile, encoding: PdfObject): Map<number, string> {
  const names = new Map<number, string>();
  let code = 0;
  for (const item of isDict(encoding) ? file.array(encoding.get('Differences')) : []) {
    if (typeof item === 'number') code = item;
    else if (item instanceof Name) names.set(code++, item.value);
  }
  return names;
}

const maxOperators = 5000;

/** The paths of a content stream; null where something else is drawn. */
function drawPaths(content: Uint8Array): number[][] | null {
  const pen = new Pen();
  let count = 0;
  for (const { operator, operands } of contentOperators(content)) {
    if (++count > maxOperators) return null;
    if (operator === 'Do' || operator === 'BI' || operator === 'Tj' || operator === 'cm') return null;
    draw(
      pen,
      operator,
      operands.map((operand) => numberOf(operand, 0)),
    );
  }
  return pen.finish();
}

function draw(pen: Pen, operator: string, operands: readonly number[]): void {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = operands;
  const { x, y } = pen;
  if (operator === 'm') pen.move(a - x, b - y);
  else if (operator === 'l') pen.line(a - x, b - y);
  else if (operator === 'c') pen.curve([a - x, b - y, c - a, d - b, e - c, f - d]);
  else if (operator === 'v') pen.curve([0, 0, a - x, b - y, c - a, d - b]);
  else if (operator === 'y') pen.curve([a - x, b - y, c - a, d - b, 0, 0]);
  else if (operator === 're') {
    pen.move(a - x, b - y);
    pen.line(c, 0);
    pen.line(0, d);
    pen.line(-c, 0);
  }
}
