import { END, Lexer } from './lexer.ts';
import { Keyword, type PdfObject } from './object.ts';

/** An operator of a content stream, with its operands. */
export interface ContentOperator {
  readonly operator: string;
  readonly operands: readonly PdfObject[];
}

const maxOperands = 64;

/** The operators of a content stream in order (ISO 32000-2, 7.8.2); the data of inline images is skipped. */
export function* contentOperators(bytes: Uint8Array): Generator<ContentOperator> {
  const lexer = new Lexer(bytes);
  let operands: PdfObject[] = [];
  for (let object = lexer.next(); object !== END; object = lexer.next()) {
    if (!(object instanceof Keyword)) {
      if (operands.length < maxOperands) operands.push(object);
      continue;
    }
    if (object.value === 'ID') skipImage(lexer);
    yield { operator: object.value, operands };
    operands = [];
  }
}

/** Moves past the data of an inline image: to an `EI` between white space with text after it. */
function skipImage(lexer: Lexer): void {
  const { bytes } = lexer;
  for (let at = lexer.at + 1; at < bytes.length; at++) {
    if (bytes[at] !== 0x45 || bytes[at + 1] !== 0x49) continue;
    if (!isSpace(bytes[at - 1]) || !(at + 2 >= bytes.length || isSpace(bytes[at + 2]))) continue;
    if (!isText(bytes.subarray(at + 2, at + 12))) continue;
    lexer.at = at;
    return;
  }
  lexer.at = bytes.length;
}

function isSpace(byte: number | undefined): boolean {
  return byte === 32 || byte === 10 || byte === 13 || byte === 9 || byte === 0 || byte === 12;
}

function isText(bytes: Uint8Array): boolean {
  return bytes.every((byte) => (byte >= 32 && byte < 127) || isSpace(byte));
}
