import type { Span } from '../../document/span.ts';

/** What stands between an item and the one before it. */
export type Gap = 'none' | 'space' | 'line' | 'text';

/**
 * A piece of text that a year or date can be made of: a number, or a word of the vocabulary with its
 * tag (`era`, `month`, `year`, `to`, `and`, `open`, ...).
 */
export interface Item extends Span {
  /** `number` (an integer), `amount` (with decimals or thousands), or the tag of a word. */
  readonly tag: string;
  /** The word's value in the vocabulary: a month's number, an era, a kind. */
  readonly value: string;
  /** The number's value; -1 where it is none. */
  readonly number: number;
  /** How many digits the number is written with. */
  readonly digits: number;
  readonly gap: Gap;
  /** The word was mended: spaces inside it were passed over. */
  readonly mended: boolean;
}

/** A text with its items, and what is asked of them all the time. */
export class ItemText {
  readonly text: string;
  readonly items: readonly Item[];

  constructor(text: string, items: readonly Item[]) {
    this.text = text;
    this.items = items;
  }

  /** The item at `index` when its tag is one of those given. */
  at(index: number, ...tags: string[]): Item | null {
    const item = this.items[index];
    return item !== undefined && tags.includes(item.tag) ? item : null;
  }

  /** The item at `index` when besides only white space stands between it and the one before. */
  next(index: number, ...tags: string[]): Item | null {
    const item = this.at(index, ...tags);
    return item === null || item.gap === 'text' ? null : item;
  }

  /** Whether a letter, digit or joining sign touches the item's left side and no item ends there. */
  gluedLeft(item: Item): boolean {
    return item.gap === 'text' && /[\p{L}\p{M}\p{N}_@#&฿$€£.]/u.test(this.text.charAt(item.start - 1));
  }

  /** Whether a Latin letter or a joining sign touches the item's right side. */
  gluedRight(item: Item): boolean {
    return /^(?:[A-Za-z_@]|\.\d|%)/.test(this.text.slice(item.end, item.end + 2));
  }

  slice(span: Span): string {
    return this.text.slice(span.start, span.end);
  }
}
