import type { Flow } from '../document/flow.ts';
import type { SegmentedPage, TaggedPage } from '../document/page.ts';

export function tag(_flow: Flow<SegmentedPage>): Flow<TaggedPage> {
  throw new Error('being written');
}
