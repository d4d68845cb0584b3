import type { Flow } from '../document/flow.ts';
import type { RepairedPage, SegmentedPage } from '../document/page.ts';

/** How to cut the text into tokens. */
export interface SegmentOptions {
  /** The Thai engine by name. */
  readonly engine?: string;
}

export function segment(_flow: Flow<RepairedPage>, _options: SegmentOptions): Flow<SegmentedPage> {
  throw new Error('being written');
}
