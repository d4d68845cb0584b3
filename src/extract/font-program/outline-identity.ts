import type { Evidence } from '../../document/evidence.ts';
import type { GlyphIdentity } from '../../document/font.ts';
import { isThai, isThaiMark, NIKHAHIT, SARA_AA, SARA_AM } from '../../document/thai.ts';
import { readableFontName } from '../font-name.ts';
import type { FontObject } from './font-object.ts';
import { glyphOrder } from './glyph-order.ts';
import { type GlyphShape, inkDistance, shapeOf } from './glyph-shape.ts';
import type { ObservedFont } from './observed-font.ts';
import { referenceOutlines, textOfReference, toneOnNikhahit } from './reference-outlines.ts';
import { type Candidate, nearestCharacters, scaleOf } from './shape-match.ts';
import { hasFlatMarks, isMarkAdvance, leastThaiLetters, type Suspicion, suspicions } from './suspicion.ts';

/** What outlines say of a font: what they decide, and what they leave to the words around. */
export interface OutlineReading {
  readonly identities: Map<number, GlyphIdentity>;
  /** Codes of SARA AA, SARA AM and NIKHAHIT whose claimed value the outline proves. */
  readonly proven: Set<number>;
  /** Characters that the glyph of a code may be, nearest first. */
  readonly open: Map<number, readonly Candidate[]>;
}

/** A nearest outline decides when it is this near, and the next character this much further. */
const sure = { distance: 0.35, margin: 0.08 };
/** Further than this an outline is like nothing known. */
const farthest = 0.45;
/** Characters this much further than the nearest are left to the words around. */
const near = 0.12;
/** A decision this sure is a proof: an order or an outline that is known point for point. */
const proof = 0.998;
/** Two outlines of one letter, such as a mark and its raised form, differ by less. */
const sameLetter = 0.3;

/**
 * Reads the codes that a font's own program leaves in doubt by what their glyphs look like: the known
 * glyph order of the family, the same outline in a known font or elsewhere in this one, and the nearest known outline.
 */
export function identifyByOutline(
  font: ObservedFont,
  object: FontObject,
  settled: ReadonlySet<number>,
): OutlineReading {
  const reading: OutlineReading = { identities: new Map(), open: new Map(), proven: new Set() };
  if (object.program === null) return reading;
  const reasons = suspicions(font, object);
  for (const code of settled) reasons.delete(code);
  const eye = new Eye(font, object, reasons);
  for (const [code, { claimed }] of font.codes) {
    if (settled.has(code) || reasons.has(code) || !saraAmParts.includes(claimed.charCodeAt(0))) continue;
    if (eye.proves(code, claimed)) reading.proven.add(code);
  }
  if (!eye.knowsThai && reasons.size < leastThaiLetters) return reading;
  const read = (code: number, reason: Suspicion) => {
    const seen = eye.read(code, reason);
    take(reading, { font, code, seen });
    if (seen !== null && 'text' in seen) eye.learn(code, seen.text);
  };
  for (const [code, reason] of reasons) read(code, reason);
  // What was read tells the size of the letters, and which letters are taken: the rest is looked at again.
  for (const code of [...reading.open.keys()]) {
    reading.open.delete(code);
    read(code, reasons.get(code) ?? 'hole');
  }
  if (eye.knowsThai || isConsistent(reading, reasons)) return reading;
  return { ...reading, identities: new Map(), open: new Map() };
}

function take(
  reading: OutlineReading,
  { font, code, seen }: { font: ObservedFont; code: number; seen: Sight | null },
): void {
  const { claimed = '', count = 0 } = font.codes.get(code) ?? {};
  if (seen === null) return;
  if ('open' in seen) {
    reading.open.set(code, seen.open);
    return;
  }
  const { text: unicode, confidence } = seen;
  if (confidence >= proof) reading.proven.add(code);
  if (unicode === claimed) return;
  const evidence: Evidence[] = [{ ...seen.evidence, code, font: readableFontName(font.name), count }];
  reading.identities.set(code, { claimed, unicode, evidence, confidence });
}

/**
 * Whether so many glyphs of a font that claims no Thai look like Thai letters that it is a Thai font. A
 * font of signs (bullets, arrows) may have one or two that do.
 */
function isConsistent(
  { identities, open }: OutlineReading,
  reasons: ReadonlyMap<number, Suspicion>,
): boolean {
  const asked = [...reasons.values()].filter((reason) => reason === 'hole' || reason === 'nothing').length;
  const thai = [...identities.values()].filter(({ unicode }) => isThai(unicode.charCodeAt(0))).length;
  return thai >= leastThaiLetters && 2 * (identities.size + open.size) > asked;
}

type Sight =
  | { readonly text: string; readonly evidence: Evidence; readonly confidence: number }
  | { readonly open: readonly Candidate[] };

/** Looks at the glyphs of one font. */
class Eye {
  readonly #font: ObservedFont;
  readonly #object: FontObject;
  readonly #shapes = new Map<number, GlyphShape | null>();
  readonly #trusted: ReadonlyMap<number, string>;
  /** What was read so far, by code. */
  readonly #read = new Map<number, string>();
  #scale: number | null | undefined;
  readonly #flatMarks: boolean;
  readonly #order: ReadonlyMap<number, string> | null;

  constructor(font: ObservedFont, object: FontObject, reasons: ReadonlyMap<number, Suspicion>) {
    this.#font = font;
    this.#object = object;
    this.#flatMarks = hasFlatMarks(font);
    const trusted = new Map<number, string>();
    for (const [code, { claimed }] of font.codes) {
      if (!reasons.has(code) && claimed.length === 1 && isThai(claimed.charCodeAt(0)))
        trusted.set(code, claimed);
    }
    this.#trusted = trusted;
    this.#order = this.#knownOrder();
  }

  /** Whether the font shows letters that nobody doubts to be Thai. */
  get knowsThai(): boolean {
    return this.#trusted.size >= leastThaiLetters;
  }

  /** Whether the known order or the same outline in a known font says what is claimed. */
  proves(code: number, claimed: string): boolean {
    const glyph = this.#object.glyphOf(code);
    const ordered = glyph === undefined ? undefined : this.#order?.get(glyph);
    if (ordered !== undefined) return ordered === claimed;
    const shape = this.shape(code);
    if (shape === null) return false;
    if (referenceOutlines().codeOfHash(shape.hash) === claimed.charCodeAt(0)) return true;
    const nearest = this.#nearest(shape, (other) => isThai(other) && this.#mayBe(code, other));
    return nearest !== null && 'text' in nearest && nearest.text === claimed;
  }

  read(code: number, reason: Suspicion): Sight | null {
    if (reason === 'twin') return this.#readTwin(code);
    const glyph = this.#object.glyphOf(code);
    const ordered = glyph === undefined ? undefined : this.#order?.get(glyph);
    if (ordered !== undefined) {
      return { text: ordered, evidence: { kind: 'font', detail: 'known glyph order' }, confidence: 0.999 };
    }
    const shape = this.shape(code);
    if (shape === null) return this.#isBlank(code) ? blank : null;
    const exact = this.#exact(code, shape);
    if (exact !== null) return exact;
    if (reason === 'sara-am') return this.#nearest(shape, (other) => saraAmParts.includes(other));
    if (reason === 'several') return this.#readSeveral(code, shape);
    return this.#nearest(shape, (other) => this.#mayBe(code, other));
  }

  /** Takes note of what a code was read as. */
  learn(code: number, text: string): void {
    this.#read.set(code, text);
    this.#scale = undefined;
  }

  /** Whether a glyph moves the pen and draws nothing. */
  #isBlank(code: number): boolean {
    const glyph = this.#object.glyphOf(code);
    const outline = glyph === undefined ? null : this.#object.program?.outline(glyph);
    return outline?.length === 0 && (this.#font.widths[code] ?? 0) > 0;
  }

  shape(code: number): GlyphShape | null {
    let shape = this.#shapes.get(code);
    if (shape === undefined) {
      const { program } = this.#object;
      const glyph = this.#object.glyphOf(code);
      const outline = program && glyph !== undefined ? program.outline(glyph) : null;
      shape = outline && program ? shapeOf(outline, program.unitsPerEm) : null;
      this.#shapes.set(code, shape);
    }
    return shape;
  }

  /** The order of the family, where the font's number of glyphs and every claim that is not doubted agree with it. */
  #knownOrder(): ReadonlyMap<number, string> | null {
    const order = glyphOrder(this.#object.program?.glyphCount ?? 0);
    if (!order) return null;
    let agreed = 0;
    let wrong = 0;
    for (const [code, text] of this.#trusted) {
      const said = order.texts.get(this.#object.glyphOf(code) ?? -1);
      if (said === text) agreed++;
      else wrong++;
    }
    const named = order.pattern.test(readableFontName(this.#font.name));
    return (named || agreed >= 8) && wrong * 20 <= agreed ? order.texts : null;
  }

  #exact(code: number, shape: GlyphShape): Sight | null {
    const found = referenceOutlines().codeOfHash(shape.hash);
    if (found !== 0 && this.#mayBe(code, found)) {
      const evidence: Evidence = { kind: 'outline', score: 0, detail: 'the outline of a known font' };
      return { text: textOfReference(found), evidence, confidence: 0.999 };
    }
    for (const [other, text] of this.#trusted) {
      if (!this.#mayBe(code, text.charCodeAt(0)) || this.shape(other)?.hash !== shape.hash) continue;
      const evidence: Evidence = {
        kind: 'outline',
        score: 0,
        detail: `the outline of code ${other} of the font`,
      };
      return { text, evidence, confidence: 0.998 };
    }
    return null;
  }

  /** Marks have no advance and letters have one; a letter that the font shows elsewhere has one outline only. */
  #mayBe(code: number, character: number): boolean {
    const mark = isThaiMark(character >= toneOnNikhahit ? NIKHAHIT : character);
    if (this.#flatMarks && mark !== isMarkAdvance(this.#font, code)) return false;
    return mark || !this.#isTaken(code, character);
  }

  /** The size of the font's letters, by those that nobody doubts. */
  #scaleOfFont(): number | null {
    if (this.#scale === undefined) {
      const known = [...this.#trusted, ...this.#read].slice(0, 40).flatMap(([code, text]) => {
        const shape = isThaiMark(text.charCodeAt(0)) ? null : this.shape(code);
        return shape === null ? [] : [{ code: text.charCodeAt(0), shape }];
      });
      this.#scale = scaleOf(known, referenceOutlines().shapes);
    }
    return this.#scale;
  }

  /** Whether the font draws a letter by another code; marks, and letters that lose their tail, have several. */
  #isTaken(code: number, character: number): boolean {
    if (tailed.includes(character)) return false;
    for (const known of [this.#trusted, this.#read]) {
      for (const [other, text] of known) if (other !== code && text.charCodeAt(0) === character) return true;
    }
    return false;
  }

  #nearest(shape: GlyphShape, allowed: (code: number) => boolean): Sight | null {
    const references = referenceOutlines().shapes.filter(({ code }) => allowed(code));
    const candidates = nearestCharacters(shape, references, this.#scaleOfFont());
    const [best, next] = candidates;
    if (best === undefined || best.distance > farthest) return null;
    const margin = (next?.distance ?? 1) - best.distance;
    if (best.distance > sure.distance || margin < sure.margin) {
      return { open: candidates.filter(({ distance }) => distance < best.distance + near).slice(0, 6) };
    }
    const score = Math.round(best.distance * 1000) / 1000;
    const evidence: Evidence = { kind: 'outline', score, detail: 'the nearest known outline' };
    return { text: textOfReference(best.code), evidence, confidence: 0.995 };
  }

  /** A base that is claimed with its marks: the outline has to be that of the base alone. */
  #readSeveral(code: number, shape: GlyphShape): Sight | null {
    const base = this.#font.codes.get(code)?.claimed.charCodeAt(0) ?? 0;
    const found = this.#nearest(shape, (other) => this.#mayBe(code, other));
    return found !== null && 'text' in found && found.text.charCodeAt(0) === base ? found : null;
  }

  /** One letter claimed for two outlines: wrong for the one that looks like another letter. */
  #readTwin(code: number): Sight | null {
    const claimed = this.#font.codes.get(code)?.claimed ?? '';
    const shape = this.shape(code);
    if (shape === null) return null;
    const twins = [...this.#font.codes].filter(
      ([other, counts]) => other !== code && counts.claimed === claimed,
    );
    const alike = twins.every(([other]) => {
      const twin = this.shape(other);
      return twin === null || twin.hash === shape.hash || inkDistance(twin.ink, shape.ink) < sameLetter;
    });
    if (alike) return null;
    const exact = this.#exact(code, shape);
    // A letter may have a second form, without its tail; a mark that looks like another is the other.
    if (exact !== null || !isThaiMark(claimed.charCodeAt(0))) return exact;
    const found = this.#nearest(shape, (other) => this.#mayBe(code, other));
    return found !== null && 'text' in found ? found : null;
  }
}

const blank: Sight = {
  text: ' ',
  evidence: { kind: 'outline', detail: 'moves the pen and draws nothing' },
  confidence: 0.999,
};

/** ญ and ฐ over a lower vowel, and ฎ ฏ ฤ ฦ ฬ ฟ ฝ ป in some fonts, have a form of their own. */
const tailed: readonly number[] = [...'ญฐฎฏฤฦฬฟฝป'].map((letter) => letter.charCodeAt(0));

const saraAmParts: readonly number[] = [SARA_AM, SARA_AA, NIKHAHIT];
