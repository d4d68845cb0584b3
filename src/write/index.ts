import type { Flow } from '../document/flow.ts';
import type { TaggedPage } from '../document/page.ts';

export interface WriteOptions {
  readonly folder: string;
}

export interface WriteResult {
  readonly files: readonly string[];
}

export async function write(_flow: Flow<TaggedPage>, _options: WriteOptions): Promise<WriteResult> {
  throw new Error('being written');
}
