import type { GlyphIdentity } from '../../document/font.ts';
import type { Glyphs } from '../../document/glyphs.ts';
import { isThai } from '../../document/thai.ts';
import type { Candidate } from './shape-match.ts';

/** A code whose character is still open. */
export interface OpenCode {
  readonly font: number;
  readonly code: number;
  readonly claimed: string;
  readonly candidates: readonly Candidate[];
  /** The stand-in for the code in windows: a private-use character of its own. */
  readonly letter: string;
  /** Stretches of text around its glyphs, with stand-ins for it and other open codes. */
  readonly windows: string[];
}

/** Windows kept of one code. */
const maxWindows = 16;
/** Glyphs on each side. */
const reach = 16;
/** Plane 15 has room for as many open codes as there may be. */
const firstLetter = 0xf0000;
const maxOpen = 2000;

/** Gathers the text around codes whose character outlines leave open. */
export class CodeContexts {
  readonly open: readonly OpenCode[];
  readonly #letters: ReadonlyMap<number, OpenCode>[] = [];
  readonly #identities: readonly ReadonlyMap<number, GlyphIdentity>[];

  constructor(
    open: readonly Omit<OpenCode, 'letter' | 'windows'>[],
    identities: readonly ReadonlyMap<number, GlyphIdentity>[],
  ) {
    this.open = open
      .slice(0, maxOpen)
      .map((code, i) => ({ ...code, letter: String.fromCodePoint(firstLetter + i), windows: [] }));
    this.#identities = identities;
    for (const one of this.open) {
      const letters = new Map(this.#letters[one.font] ?? []);
      letters.set(one.code, one);
      this.#letters[one.font] = letters;
    }
  }

  /** Looks at one page; says whether more windows are wanted. */
  learn(text: string, glyphs: Glyphs): boolean {
    for (let i = 0; i < glyphs.count; i++) {
      const one = this.#letters[glyphs.font[i] ?? 0]?.get(glyphs.code[i] ?? 0);
      if (one && one.windows.length < maxWindows) this.#take(one, text, { glyphs, i });
    }
    return this.open.some(({ windows }) => windows.length < maxWindows);
  }

  #take(one: OpenCode, text: string, { glyphs, i }: { glyphs: Glyphs; i: number }): void {
    let first = i;
    while (first > Math.max(0, i - reach) && this.#goesOn(text, glyphs, first - 1)) first--;
    let window = '';
    for (let at = first; at < Math.min(glyphs.count, i + reach + 1); at++) {
      window += this.#textOf(text, glyphs, at);
      if (at >= i && !this.#goesOn(text, glyphs, at)) break;
    }
    if (!one.windows.includes(window)) one.windows.push(window);
  }

  /** Whether the glyph after another continues its run of Thai letters. */
  #goesOn(text: string, glyphs: Glyphs, at: number): boolean {
    if (glyphs.end[at] !== glyphs.start[at + 1]) return false;
    return isPart(this.#textOf(text, glyphs, at)) && isPart(this.#textOf(text, glyphs, at + 1));
  }

  #textOf(text: string, glyphs: Glyphs, at: number): string {
    const font = glyphs.font[at] ?? 0;
    const code = glyphs.code[at] ?? 0;
    const letter = this.#letters[font]?.get(code)?.letter;
    return (
      letter ?? this.#identities[font]?.get(code)?.unicode ?? text.slice(glyphs.start[at], glyphs.end[at])
    );
  }
}

function isPart(text: string): boolean {
  return isThai(text.charCodeAt(0)) || (text.codePointAt(0) ?? 0) >= firstLetter;
}
