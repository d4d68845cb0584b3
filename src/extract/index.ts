import type { Flow } from '../document/flow.ts';
import type { ExtractedPage } from '../document/page.ts';

/** A document as it comes in: its name (never a path) and its bytes. */
export interface SourceInput {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What to read of it. */
export interface ExtractOptions {
  /** Pages to read, as `[first, last]` ranges of physical numbers from 1; all when absent. */
  readonly pages?: readonly (readonly [first: number, last: number])[];
  readonly password?: string;
}

export async function extract(_source: SourceInput, _options: ExtractOptions): Promise<Flow<ExtractedPage>> {
  throw new Error('being written');
}
