import type { Flow } from '../document/flow.ts';
import type { ExtractedPage, RepairedPage } from '../document/page.ts';

export function repair(_flow: Flow<ExtractedPage>): Flow<RepairedPage> {
  throw new Error('being written');
}
