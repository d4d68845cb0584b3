import { END, Lexer } from '../pdf-objects/lexer.ts';
import { Keyword, type PdfObject } from '../pdf-objects/object.ts';

/** No map has more entries than this. */
export const maxEntries = 70_000;

/** Objects of one section; what goes beyond is no map. */
const maxHeld = 4096;

/** The sections of a CMap (ISO 32000-2, 9.7.5.4): each keyword, with the objects that stand before it. */
export function* cmapSections(bytes: Uint8Array): Generator<readonly [keyword: string, held: PdfObject[]]> {
  const lexer = new Lexer(bytes);
  let held: PdfObject[] = [];
  for (let object = lexer.next(); object !== END; object = lexer.next()) {
    if (object instanceof Keyword) {
      yield [object.value, held];
      held = [];
    } else if (held.length < maxHeld) held.push(object);
  }
}
