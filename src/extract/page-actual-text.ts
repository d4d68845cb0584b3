import type { ActualText } from '../document/page.ts';
import type { ActualTextReader } from './actual-text.ts';
import { actualTextSpans } from './actual-text-spans.ts';
import type { ClaimedText } from './claimed-text.ts';

/** The /ActualText of a document's pages; its reader is loaded at the first page that has marked content. */
export class PageActualText {
  readonly #bytes: Uint8Array;
  readonly #password: string | undefined;
  #reader: ActualTextReader | null | undefined;

  constructor(bytes: Uint8Array, password: string | undefined) {
    this.#bytes = bytes;
    this.#password = password;
  }

  /** The stretches of a page's claimed text that have one; none where it cannot be read. */
  async spansOf(page: number, claimed: ClaimedText): Promise<readonly ActualText[]> {
    if (claimed.marked.length === 0 || this.#reader === null) return [];
    try {
      if (this.#reader === undefined) {
        const { ActualTextReader } = await import('./actual-text.ts');
        this.#reader = new ActualTextReader(this.#bytes, this.#password);
      }
      const texts = this.#reader.textsOf(page);
      return texts === null ? [] : actualTextSpans(claimed, texts);
    } catch {
      this.#reader = null; // a file that only pdf.js can mend: its glyphs have to do
      return [];
    }
  }
}
