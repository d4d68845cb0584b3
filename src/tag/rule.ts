import type { Block, Entity, LanguageSpan, TermMention, YearMention } from '../document/page.ts';
import type { Knowledge } from './knowledge.ts';

/** What a rule reads: a page, or a plain string seen as one. */
export interface TagInput {
  readonly text: string;
  /** `tokens.join('') === text`, or empty where nobody has cut the text. */
  readonly tokens: readonly string[];
  /** Empty where the layout is not known. */
  readonly blocks: readonly Block[];
}

/** The layers of annotation over one text; spans are UTF-16 units of it. */
export interface Annotations {
  readonly languages: readonly LanguageSpan[];
  readonly entities: readonly Entity[];
  readonly years: readonly YearMention[];
  readonly terms: readonly TermMention[];
}

/**
 * A rule of the stage: what it finds in a page, given what was learnt over the whole document. A rule
 * that must see all pages first says in `learn` what it takes from each.
 */
export interface TagRule {
  readonly name: string;
  readonly learn?: (page: TagInput, knowledge: Knowledge) => void;
  readonly find: (page: TagInput, knowledge: Knowledge) => Partial<Annotations>;
}
