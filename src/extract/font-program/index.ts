import type { FontProof } from '../../document/font.ts';
import type { Glyphs } from '../../document/glyphs.ts';
import { readableFontName } from '../font-name.ts';
import { type PageObject, pageObjects } from '../pdf-objects/pages.ts';
import { PdfFile } from '../pdf-objects/pdf-file.ts';
import { CodeContexts, type OpenCode } from './code-context.ts';
import { isDoubtful } from './doubt.ts';
import { type FontObject, readFontObject } from './font-object.ts';
import type { FontProgram } from './font-program.ts';
import { matchFont } from './match-font.ts';
import type { ObservedFont } from './observed-font.ts';
import { identifyByOutline } from './outline-identity.ts';
import { pageFonts } from './page-fonts.ts';
import { identifyByProgram } from './program-identity.ts';
import { readProgram } from './read-program.ts';
import { textOfReference } from './reference-outlines.ts';
import type { Candidate } from './shape-match.ts';
import { type Solution, solveCodes } from './solve-codes.ts';

/** What the programs of a document's fonts say, one entry a font. */
export interface FontReadings {
  readonly proofs: readonly FontProof[];
  /** Codes whose character the outlines leave open, for {@link solveOpenCodes}. */
  readonly open: readonly Omit<OpenCode, 'letter' | 'windows'>[];
}

/**
 * Asks the embedded font programs what their glyphs are, for the fonts whose claims give reason to
 * doubt them: a font, the codes whose claimed value is wrong, and those whose value is proven. Reads nothing
 * of a sound font.
 */
export function identifyGlyphs(
  bytes: Uint8Array,
  fonts: readonly ObservedFont[],
  password?: string,
): FontReadings {
  const reader = new FontReader(new PdfFile(bytes, password));
  const readings = fonts.map((font) => (isDoubtful(font) ? prove(font, reader) : nothing));
  const open = readings.flatMap((reading, font) =>
    [...reading.open].map(([code, candidates]) => ({
      font,
      code,
      candidates,
      claimed: fonts[font]?.codes.get(code)?.claimed ?? '',
    })),
  );
  return { proofs: readings, open };
}

interface Reading extends FontProof {
  readonly open: ReadonlyMap<number, readonly Candidate[]>;
}

const nothing: Reading = { identities: new Map(), proven: new Set(), open: new Map() };

function prove(font: ObservedFont, reader: FontReader): Reading {
  const [object, ...others] = reader.find(font);
  if (object === undefined) return nothing;
  const first = read(font, object);
  // Where several dictionaries fit, only what all their programs say counts.
  const rest = others.filter(({ programKey }) => programKey !== object.programKey).slice(0, 8);
  if (rest.length === 0) return first;
  const proofs = rest.map((other) => read(font, other));
  const identities = [...first.identities].filter(([code, { unicode }]) =>
    proofs.every((proof) => proof.identities.get(code)?.unicode === unicode),
  );
  const proven = [...first.proven].filter((code) => proofs.every((proof) => proof.proven.has(code)));
  return { identities: new Map(identities), proven: new Set(proven), open: new Map() };
}

function read(font: ObservedFont, object: FontObject): Reading {
  const said = identifyByProgram(font, object);
  const seen = identifyByOutline(font, object, said.proven);
  return {
    identities: new Map([...said.identities, ...seen.identities]),
    proven: new Set([...said.proven, ...seen.proven]),
    open: seen.open,
  };
}

/**
 * A solution counts when the next best character makes the words so much dearer, in nats: all windows
 * together, and each on average; less on average where most windows are words throughout.
 */
const sure = { margin: 8, byWindow: 3, words: 0.6, byWordWindow: 0.6 };

function isSure({ open, margin, words }: Solution): boolean {
  const average = margin / open.windows.length;
  if (margin < sure.margin) return false;
  return average >= sure.byWindow || (words >= sure.words && average >= sure.byWordWindow);
}

/**
 * Decides what outlines left open by the words around, read from the pages; gives the proofs with what was
 * decided.
 */
export async function solveOpenCodes(
  { proofs, open }: FontReadings,
  pages: AsyncIterable<{ text: string; glyphs: Glyphs }>,
  fonts: readonly { readonly name: string }[],
): Promise<readonly FontProof[]> {
  const contexts = new CodeContexts(
    open,
    proofs.map(({ identities }) => identities),
  );
  for await (const { text, glyphs } of pages) if (!contexts.learn(text, glyphs)) break;
  const identities = proofs.map((proof) => new Map(proof.identities));
  for (const solution of solveCodes(contexts.open)) {
    const { open: one, text, margin } = solution;
    if (!isSure(solution) || text === one.claimed) continue;
    const font = readableFontName(fonts[one.font]?.name ?? '');
    const distance = one.candidates.find(({ code }) => textOfReference(code) === text)?.distance ?? 0;
    identities[one.font]?.set(one.code, {
      claimed: one.claimed,
      unicode: text,
      evidence: [
        { kind: 'outline', code: one.code, font, score: rounded(distance, 3), detail: 'near this outline' },
        { kind: 'lexicon', code: one.code, font, count: one.windows.length, score: rounded(margin, 1) },
      ],
      confidence: 0.99,
    });
  }
  return proofs.map(({ proven }, i) => ({ proven, identities: identities[i] ?? new Map() }));
}

function rounded(value: number, digits: number): number {
  return Math.round(Math.min(value, 9999) * 10 ** digits) / 10 ** digits;
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
