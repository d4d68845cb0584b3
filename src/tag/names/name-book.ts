import { initialsScore } from './acronym.ts';
import type { LatinWord } from './english-name.ts';
import { slug } from './slug.ts';
import { typeOfEnglish } from './vocabulary.ts';

/** Names of one thing as one place of the document pairs them. */
export interface Definition {
  readonly abbreviation: string | null;
  readonly thai: string | null;
  readonly english: string | null;
  readonly type: string | null;
  readonly confidence: number;
}

/** One thing that the document names, with all its names. */
export interface NamedThing {
  /** Deterministic: type and slug of its acronym or name, such as `organisation:ilo`. */
  readonly id: string;
  readonly type: string;
  readonly abbreviation: string | null;
  readonly thai: readonly string[];
  readonly english: readonly string[];
  readonly confidence: number;
}

/**
 * The names that a document defines: filled in the first pass, asked in the second. Definitions of one
 * acronym are one thing; where they disagree, the more frequent and the surer name wins.
 */
export class NameBook {
  readonly #definitions: Definition[] = [];
  /** Acronyms that stand in the text, with how often. */
  readonly #acronyms = new Map<string, number>();
  /** Capitalised English phrases, as words, once each. */
  readonly #phrases = new Map<string, readonly string[]>();
  #things: Lookup | null = null;

  define(definition: Definition): void {
    this.#definitions.push(definition);
    this.#things = null;
  }

  meet(acronym: string): void {
    this.#acronyms.set(acronym, (this.#acronyms.get(acronym) ?? 0) + 1);
  }

  phrase(words: readonly LatinWord[]): void {
    const texts = words.map((word) => word.text);
    this.#phrases.set(texts.join(' '), texts);
  }

  /** Things by each of their names; built when first asked for. */
  get things(): Lookup {
    this.#things ??= new Lookup(this.#resolve());
    return this.#things;
  }

  #resolve(): NamedThing[] {
    const groups = new Map<string, Definition[]>();
    for (const definition of [...this.#definitions, ...this.#expansions()]) {
      const key = definition.abbreviation ?? definition.thai ?? definition.english ?? '';
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [definition]);
      else group.push(definition);
    }
    return [...groups.values()].map(thingOf);
  }

  /** Definitions for acronyms that no bracket explains but whose words the document spells out somewhere. */
  #expansions(): Definition[] {
    const explained = new Set(
      this.#definitions.filter((each) => each.english !== null).map((each) => each.abbreviation),
    );
    const found: Definition[] = [];
    for (const acronym of this.#acronyms.keys()) {
      if (explained.has(acronym) || acronym.replace(/[^A-Z]/g, '').length < 3) continue;
      const english = this.#spelledOut(acronym);
      if (english !== null) {
        found.push({
          abbreviation: acronym,
          thai: null,
          english,
          type: typeOfEnglish(english),
          confidence: 0.8,
        });
      }
    }
    return found;
  }

  #spelledOut(acronym: string): string | null {
    let best: string | null = null;
    let bestScore = 0.7;
    for (const words of this.#phrases.values()) {
      for (let from = 0; from < words.length; from++) {
        if (words[from]?.charAt(0) !== acronym.charAt(0)) continue;
        for (let to = from + 2; to <= Math.min(words.length, from + 12); to++) {
          const score = initialsScore(words.slice(from, to), acronym);
          if (score <= bestScore) continue;
          best = words.slice(from, to).join(' ');
          bestScore = score;
        }
      }
    }
    return best;
  }
}

function thingOf(group: readonly Definition[]): NamedThing {
  const thai = ranked(group, (each) => each.thai);
  const english = ranked(group, (each) => each.english);
  const abbreviation = group[0]?.abbreviation ?? null;
  const type = ranked(group, (each) => each.type)[0] ?? 'acronym';
  const name = abbreviation ?? english[0] ?? thai[0] ?? '';
  return {
    id: `${type}:${slug(name)}`,
    type,
    abbreviation,
    thai: thai.filter((each) => !thai.some((other) => other !== each && each.endsWith(other))),
    english,
    confidence: Math.max(...group.map((each) => each.confidence)),
  };
}

/** The different values, the one with most confidence behind it first. */
function ranked(group: readonly Definition[], value: (each: Definition) => string | null): string[] {
  const weight = new Map<string, number>();
  for (const each of group) {
    const text = value(each);
    if (text !== null) weight.set(text, (weight.get(text) ?? 0) + each.confidence);
  }
  return [...weight].sort((a, b) => b[1] - a[1]).map(([text]) => text);
}

/** UTF-16 units of a name by which {@link Lookup.longestAt} finds it. */
const KEY = 4;

/** Named things by their names. */
export class Lookup {
  readonly byAbbreviation = new Map<string, NamedThing>();
  readonly all: readonly NamedThing[];
  readonly #byKey = new Map<string, { readonly name: string; readonly thing: NamedThing }[]>();

  constructor(things: readonly NamedThing[]) {
    this.all = things;
    for (const thing of things) {
      if (thing.abbreviation !== null) this.byAbbreviation.set(thing.abbreviation, thing);
      for (const name of [...thing.thai, ...thing.english]) this.#add(name, thing);
    }
    for (const list of this.#byKey.values()) list.sort((a, b) => b.name.length - a.name.length);
  }

  /** The thing whose full name, the longest of several, the text has at `at`. */
  longestAt(text: string, at: number): { readonly name: string; readonly thing: NamedThing } | null {
    const list = this.#byKey.get(text.slice(at, at + KEY));
    return list?.find(({ name }) => text.startsWith(name, at)) ?? null;
  }

  #add(name: string, thing: NamedThing): void {
    if (name.length < KEY) return;
    const key = name.slice(0, KEY);
    const list = this.#byKey.get(key);
    if (list === undefined) this.#byKey.set(key, [{ name, thing }]);
    else list.push({ name, thing });
  }
}
