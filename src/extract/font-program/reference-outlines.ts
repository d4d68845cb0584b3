import { readFileSync } from 'node:fs';
import { gridSize } from './glyph-shape.ts';

/** Added to the code point of a tone mark: one glyph that draws it on NIKHAHIT. */
export const toneOnNikhahit = 0xd000;

/** The text of a code of the references: a character, or NIKHAHIT and a tone mark. */
export function textOfReference(code: number): string {
  return code >= toneOnNikhahit && code < 0xe000
    ? `\u0e4d${String.fromCharCode(code - toneOnNikhahit)}`
    : String.fromCharCode(code);
}

/** A letter of a reference font. Lengths are in ems. */
export interface ReferenceShape {
  /** See {@link textOfReference}. */
  readonly code: number;
  readonly width: number;
  readonly height: number;
  readonly bottom: number;
  readonly ink: Uint8Array;
}

/** Letters of known Thai fonts: by the hash of their outline, and by what they look like. */
export interface ReferenceOutlines {
  /** The code (see {@link textOfReference}) whose outline in a known font has the hash; 0 where none has. */
  codeOfHash(hash: number): number;
  readonly shapes: readonly ReferenceShape[];
}

let loaded: ReferenceOutlines | undefined;

/** The reference outlines of the package, read when first asked for. Their sources are in `data/README.md`. */
export function referenceOutlines(): ReferenceOutlines {
  loaded ??= parse(
    readFileSync(new URL('../../../src/extract/font-program/data/reference-outlines.bin', import.meta.url)),
  );
  return loaded;
}

/**
 * The format, little-endian: the numbers of hashes and of shapes (32 bits each); the hashes, sorted (32 bits
 * each); their code points (16 bits each); the shapes: code point, width, height and bottom in thousandths of an
 * em (16 bits each), then the grid, 4 bits a cell.
 */
function parse(bytes: Buffer): ReferenceOutlines {
  const count = bytes.readUInt32LE(0);
  const codes = 8 + 4 * count;
  return {
    codeOfHash: (hash) => {
      let low = 0;
      let high = count;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (bytes.readUInt32LE(8 + 4 * middle) < hash) low = middle + 1;
        else high = middle;
      }
      const found = low < count && bytes.readUInt32LE(8 + 4 * low) === hash;
      return found ? bytes.readUInt16LE(codes + 2 * low) : 0;
    },
    shapes: readShapes(bytes, codes + 2 * count, bytes.readUInt32LE(4)),
  };
}

function readShapes(bytes: Buffer, start: number, count: number): ReferenceShape[] {
  const cells = gridSize * gridSize;
  return Array.from({ length: count }, (_, i) => {
    const at = start + i * (8 + cells / 2);
    const ink = new Uint8Array(cells);
    for (let cell = 0; cell < cells; cell += 2) {
      const pair = bytes[at + 8 + cell / 2] ?? 0;
      ink[cell] = pair >> 4;
      ink[cell + 1] = pair & 15;
    }
    return {
      code: bytes.readUInt16LE(at),
      width: bytes.readInt16LE(at + 2) / 1000,
      height: bytes.readInt16LE(at + 4) / 1000,
      bottom: bytes.readInt16LE(at + 6) / 1000,
      ink,
    };
  });
}
