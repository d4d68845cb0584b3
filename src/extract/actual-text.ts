import { contentOperators } from './pdf-objects/content.ts';
import {
  ByteString,
  type Dict,
  isDict,
  Name,
  nameOf,
  type PdfObject,
  Ref,
  Stream,
} from './pdf-objects/object.ts';
import { type PageObject, pageContent, pageObjects } from './pdf-objects/pages.ts';
import { PdfFile } from './pdf-objects/pdf-file.ts';
import { textOfString } from './pdf-objects/text-string.ts';

/** Forms inside forms are followed this far. */
const maxDepth = 12;
/** No sound page begins more marked content. */
const maxMarks = 200_000;

/**
 * Reads the /ActualText of marked content (ISO 32000-2, 14.9.4), which pdf.js keeps to itself: Chromium,
 * LibreOffice, cairo and typst write there what a cluster reads, whatever their ToUnicode maps say.
 */
export class ActualTextReader {
  readonly #file: PdfFile;
  readonly #pages: readonly PageObject[];

  constructor(bytes: Uint8Array, password?: string) {
    this.#file = new PdfFile(bytes, password);
    this.#pages = pageObjects(this.#file);
  }

  /**
   * The texts of a page's marked content in the order in which it begins, forms at the place where
   * they are drawn: null for a mark without a text. Null where the page has none at all.
   */
  textsOf(pageNumber: number): readonly (string | null)[] | null {
    const page = this.#pages[pageNumber - 1];
    if (page === undefined) return null;
    const content = pageContent(this.#file, page);
    if (!this.#mayHave(content, page.resources, new Set())) return null;
    const texts: (string | null)[] = [];
    this.#walk(content, { resources: page.resources, depth: 0, texts });
    return texts.some((text) => text !== null) ? texts : null;
  }

  /** Whether the words /ActualText stand in a content, its property lists or its forms: a search, no parsing. */
  #mayHave(content: Uint8Array, resources: Dict, seen: Set<number>): boolean {
    const file = this.#file;
    if (Buffer.from(content.buffer, content.byteOffset, content.length).includes('ActualText')) return true;
    for (const list of file.dict(resources.get('Properties')).values()) {
      if (file.dict(list).has('ActualText')) return true;
    }
    for (const reference of file.dict(resources.get('XObject')).values()) {
      if (!(reference instanceof Ref) || seen.has(reference.number)) continue;
      seen.add(reference.number);
      const form = this.#form(reference, resources);
      if (form !== null && this.#mayHave(form.content, form.resources, seen)) return true;
    }
    return false;
  }

  #walk(
    content: Uint8Array,
    { resources, depth, texts }: { resources: Dict; depth: number; texts: (string | null)[] },
  ): void {
    for (const { operator, operands } of contentOperators(content)) {
      if (texts.length > maxMarks) return;
      if (operator === 'BMC') texts.push(null);
      else if (operator === 'BDC') texts.push(this.#textOf(operands[1], resources));
      else if (operator === 'Do' || operator === 'gs') {
        const form = this.#drawn(operator, operands[0], resources);
        if (form !== null && depth < maxDepth) {
          this.#walk(form.content, { resources: form.resources, depth: depth + 1, texts });
        }
      }
    }
  }

  #textOf(properties: PdfObject | undefined, resources: Dict): string | null {
    const list =
      properties instanceof Name
        ? this.#file.dict(this.#file.dict(resources.get('Properties')).get(properties.value))
        : properties;
    const text = isDict(list) ? this.#file.resolve(list.get('ActualText')) : null;
    return text instanceof ByteString ? textOfString(text.bytes) : null;
  }

  /** The form that `Do` draws, or the soft mask that `gs` sets, which pdf.js draws there too. */
  #drawn(operator: string, operand: PdfObject | undefined, resources: Dict): Form | null {
    const name = nameOf(operand) ?? '';
    const file = this.#file;
    if (operator === 'Do') return this.#form(file.dict(resources.get('XObject')).get(name), resources);
    const state = file.dict(file.dict(resources.get('ExtGState')).get(name));
    return this.#form(file.dict(state.get('SMask')).get('G'), resources);
  }

  #form(reference: PdfObject | undefined, resources: Dict): Form | null {
    const stream = this.#file.resolve(reference);
    if (!(stream instanceof Stream) || nameOf(stream.dict.get('Subtype')) !== 'Form') return null;
    const content = this.#file.streamBytes(stream);
    const own = this.#file.resolve(stream.dict.get('Resources'));
    return content === null ? null : { content, resources: isDict(own) ? own : resources };
  }
}

interface Form {
  readonly content: Uint8Array;
  readonly resources: Dict;
}
