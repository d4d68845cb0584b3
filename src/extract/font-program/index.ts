import type { FontProof } from '../../document/font.ts';
import { type PageObject, pageObjects } from '../pdf-objects/pages.ts';
import { PdfFile } from '../pdf-objects/pdf-file.ts';
import { isDoubtful } from './doubt.ts';
import { type FontObject, readFontObject } from './font-object.ts';
import type { FontProgram } from './font-program.ts';
import { matchFont } from './match-font.ts';
import type { ObservedFont } from './observed-font.ts';
import { identifyByOutline } from './outline-identity.ts';
import { pageFonts } from './page-fonts.ts';
import { identifyByProgram } from './program-identity.ts';
import { readProgram } from './read-program.ts';

/**
 * Asks the embedded font programs what their glyphs are, for the fonts whose claims give reason to
 * doubt them: a font, the codes whose claimed value is wrong, and those whose value is proven. Reads nothing
 * of a sound font.
 */
export function identifyGlyphs(
  bytes: Uint8Array,
  fonts: readonly ObservedFont[],
  password?: string,
): readonly FontProof[] {
  const none: FontProof = { identities: new Map(), proven: new Set() };
  if (!fonts.some(isDoubtful)) return fonts.map(() => none);
  const reader = new FontReader(new PdfFile(bytes, password));
  return fonts.map((font) => (isDoubtful(font) ? prove(font, reader) : none));
}

function prove(font: ObservedFont, reader: FontReader): FontProof {
  const [object, ...others] = reader.find(font);
  if (object === undefined) return { identities: new Map(), proven: new Set() };
  const first = read(font, object);
  // Where several dictionaries fit, only what all their programs say counts.
  const rest = others.filter(({ programKey }) => programKey !== object.programKey).slice(0, 8);
  const proofs = rest.map((other) => read(font, other));
  const identities = [...first.identities].filter(([code, { unicode }]) =>
    proofs.every((proof) => proof.identities.get(code)?.unicode === unicode),
  );
  const proven = [...first.proven].filter((code) => proofs.every((proof) => proof.proven.has(code)));
  return { identities: new Map(identities), proven: new Set(proven) };
}

function read(font: ObservedFont, object: FontObject): FontProof {
  const said = identifyByProgram(font, object);
  const seen = identifyByOutline(font, object, said.proven);
  return {
    identities: new Map([...said.identities, ...seen.identities]),
    proven: new Set([...said.proven, ...seen.proven]),
  };
}

/** Finds the font dictionaries behind fonts, and reads each font program once. */
class FontReader {
  readonly #file: PdfFile;
  readonly #pages: readonly PageObject[];
  readonly #candidates = new Map<number, readonly FontObject[]>();
  readonly #programs = new Map<number, FontProgram | null>();

  constructor(file: PdfFile) {
    this.#file = file;
    this.#pages = pageObjects(file);
  }

  find(font: ObservedFont): readonly FontObject[] {
    return matchFont(font, this.#candidatesOf(font.page));
  }

  #candidatesOf(number: number): readonly FontObject[] {
    let known = this.#candidates.get(number);
    const page = this.#pages[number - 1];
    if (known === undefined && page !== undefined) {
      known = pageFonts(this.#file, page).map((font) =>
        readFontObject(this.#file, font, (key, bytes) => this.#program(key, bytes)),
      );
      this.#candidates.set(number, known);
    }
    return known ?? [];
  }

  #program(key: number, bytesOf: () => Uint8Array | null): FontProgram | null {
    let program = this.#programs.get(key);
    if (program === undefined) {
      const bytes = bytesOf();
      program = bytes === null ? null : readProgram(bytes);
      this.#programs.set(key, program);
    }
    return program;
  }
}
