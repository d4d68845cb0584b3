import type { Diagnostic } from './diagnostic.ts';

/** What a document says of itself, and what it is as a file. */
export interface SourceFacts {
  /** The file's name, without its folder. */
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: 'application/pdf' | 'text/plain';
  readonly pageCount: number;
  readonly info: Readonly<Record<string, string>>;
  readonly outline: readonly OutlineItem[];
}

/** An entry of the PDF's outline (bookmarks). */
export interface OutlineItem {
  readonly title: string;
  /** Depth, from 1. */
  readonly level: number;
  /** Physical page number, from 1, or null where the destination is not in the document. */
  readonly page: number | null;
}

/**
 * A document on its way through the pipeline: what is known of the source, and its pages as they
 * come. A stage takes a flow and gives a flow; pages are pulled, so that memory stays flat.
 */
export interface Flow<Page> {
  readonly source: SourceFacts;
  readonly pages: AsyncIterable<Page>;
  /** Messages about the document as a whole; complete once the pages have been drained. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The same document with other pages. */
export function withPages<A, B>(flow: Flow<A>, pages: AsyncIterable<B>): Flow<B> {
  return { source: flow.source, pages, diagnostics: flow.diagnostics };
}
