import { digitsValue, isDigitCode } from './digits.ts';
import { type Gap, type Item, ItemText } from './item.ts';
import { type WordEntry, type WordForm, yearWords } from './words.ts';

const NUMBER = /[0-9๐-๙０-９]+(?:[.,][0-9๐-๙０-９]+)*(?:(?:st|nd|rd|th)(?![A-Za-z]))?/y;
/** Addresses and identifiers of the net, whose digits are no years. */
const ADDRESS = /(?:https?:\/\/|www\.|doi:|10\.\d{4,9}\/)[^\s()<>"“”]+|[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]+/iy;
const DIGIT_AHEAD = /[\s\u200b\u00a0.:]{0,4}[0-9๐-๙０-９]/y;
const BLANK = /^[\s\u200b\u00a0]*$/;
/** Spaces that still join two items: more than these are a column gap. */
const JOINING_SPACES = 12;

/** Words that are met everywhere and count only right before a number. */
const BEFORE_NUMBER = new Set(['not', 'serial', 'event']);
/** Words and signs that count only between or before what makes up a year. */
const JOINERS = new Set(['to', 'and', 'dash', 'slash', 'comma', 'colon', 'semicolon', 'apostrophe', 'of']);

/** Cuts out of a text what years and dates are made of; linear in its length. */
export function itemsOf(text: string): ItemText {
  return new ItemText(text, new Lexer(text).run());
}

type Found = Partial<Item> & { readonly tag: string; readonly start: number; readonly end: number };

class Lexer {
  readonly #text: string;
  readonly #items: Item[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  run(): Item[] {
    const text = this.#text;
    const words = yearWords();
    for (let at = 0; at < text.length; ) {
      const code = text.charCodeAt(at);
      if (isDigitCode(code)) at = this.#address(at) ?? this.#number(at);
      else at = (mayOpenAddress(code) ? this.#address(at) : null) ?? this.#word(at, words.get(code));
    }
    return this.#items;
  }

  #address(at: number): number | null {
    if (/[A-Za-z]/.test(this.#text.charAt(at - 1))) return null;
    ADDRESS.lastIndex = at;
    return ADDRESS.test(this.#text) ? ADDRESS.lastIndex : null;
  }

  #number(at: number): number {
    NUMBER.lastIndex = at;
    const literal = NUMBER.exec(this.#text)?.[0] ?? this.#text.charAt(at);
    const parts = literal.split(',');
    if (parts.length > 1 && parts.every((part) => part.length === 4 && !part.includes('.'))) {
      this.#yearList(at, parts);
    } else if (/[.,]/.test(literal)) {
      this.#push({ tag: 'amount', start: at, end: at + literal.length });
    } else {
      this.#integer(at, literal);
    }
    return at + literal.length;
  }

  /** `2553,2556,2557` is a list of years, as thousands come in threes. */
  #yearList(at: number, parts: readonly string[]): void {
    let from = at;
    for (const part of parts) {
      if (from > at) this.#push({ tag: 'comma', start: from - 1, end: from });
      this.#integer(from, part);
      from += part.length + 1;
    }
  }

  #integer(start: number, literal: string): void {
    const digits = literal.replace(/[a-z]+$/, '').length;
    const value = digits < literal.length ? 'ordinal' : '';
    this.#push({
      tag: 'number',
      value,
      start,
      end: start + literal.length,
      number: digitsValue(literal),
      digits,
    });
  }

  #word(at: number, entry: WordEntry | undefined): number {
    if (entry === undefined) return at + 1;
    entry.any.lastIndex = at;
    if (!entry.any.test(this.#text)) return at + 1;
    for (const form of entry.forms) {
      form.pattern.lastIndex = at;
      if (!form.pattern.test(this.#text)) continue;
      const end = form.pattern.lastIndex;
      if (!this.#fits(form, at, end)) continue;
      const mended = form.loose && end - at > form.form.length;
      this.#push({ tag: form.tag, value: form.value, start: at, end, mended });
      return end;
    }
    return at + 1;
  }

  #fits(form: WordForm, start: number, end: number): boolean {
    if (form.latin && /[A-Za-z0-9]/.test(this.#text.charAt(start - 1))) return false;
    if (BEFORE_NUMBER.has(form.tag)) return this.#digitAhead(end);
    if (JOINERS.has(form.tag)) return this.#digitAhead(end) || this.#gap(start) !== 'text';
    if (form.form.includes('.') && !this.#text.slice(start, end).includes('.')) {
      return this.#standsUndotted(form, start, end);
    }
    return true;
  }

  /** Without full stops an abbreviation is one only beside a number: `พศ 2560`, `28 กพ. 60`. */
  #standsUndotted(form: WordForm, start: number, end: number): boolean {
    const before = this.#text.charAt(start - 1);
    if (!this.#digitAhead(end)) {
      // "2475 BE": the era may follow its year in English.
      return form.latin && !/[A-Za-z]/.test(this.#text.charAt(end)) && this.#gap(start) !== 'text';
    }
    // The era in เพศ (sex) and โคศ is none.
    return form.tag === 'month' ? /[\s\d๐-๙/-]/.test(before) : !/[เแโใไ]/.test(before);
  }

  #digitAhead(at: number): boolean {
    DIGIT_AHEAD.lastIndex = at;
    return DIGIT_AHEAD.test(this.#text);
  }

  #gap(start: number): Gap {
    const last = this.#items.at(-1);
    if (last === undefined || start - last.end > JOINING_SPACES) return 'text';
    if (last.end === start) return 'none';
    const between = this.#text.slice(last.end, start);
    if (!BLANK.test(between)) return 'text';
    return between.includes('\n') ? 'line' : 'space';
  }

  #push(found: Found): void {
    const gap = this.#gap(found.start);
    this.#items.push({ value: '', number: -1, digits: 0, mended: false, ...found, gap });
  }
}

/** `h`, `w` and `d`, which `http`, `www` and `doi` begin with. */
function mayOpenAddress(code: number): boolean {
  const lower = code | 32;
  return lower === 104 || lower === 119 || lower === 100;
}
