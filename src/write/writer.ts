import type { Diagnostic } from '../document/diagnostic.ts';
import type { SourceFacts } from '../document/flow.ts';
import type { Gathered } from '../document/gather.ts';
import type { TaggedPage } from '../document/page.ts';
import type { ProvenanceJson } from '../document/schema.ts';

/** What is known of a document before its first page. */
export interface DocumentHead {
  readonly source: SourceFacts;
  readonly provenance: ProvenanceJson;
}

/** What is known of a document after its last page. */
export interface DocumentFoot extends Gathered {
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * A format, page by page: what it returns is put into the file in order. Pure functions of what they
 * are given, so that equal documents are equal bytes.
 */
export interface Writer {
  /** Ending of the file, with its dot. */
  readonly extension: string;
  head(head: DocumentHead): string;
  /** @param index - position among the pages that are written, from 0 */
  page(page: TaggedPage, index: number, head: DocumentHead): string;
  foot(foot: DocumentFoot): string;
}
