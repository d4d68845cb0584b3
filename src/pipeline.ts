import type { Flow } from './document/flow.ts';
import type { TaggedPage } from './document/page.ts';
import { type ExtractOptions, extract, type SourceInput } from './extract/index.ts';
import { repair } from './repair/index.ts';
import { type SegmentOptions, segment, segmenterVersion } from './segment/index.ts';
import { tag } from './tag/index.ts';
import { type WriteOptions, type WriteResult, write } from './write/index.ts';

/** Everything that changes what comes out; the JSON records it under `pipeline.options`. */
export interface PipelineOptions extends ExtractOptions, SegmentOptions {}

/** The stages as they are; a profiler hands in the same stages under a stopwatch. */
export const stages = { extract, repair, segment, tag, write };

/**
 * Reads a document and gives its pages repaired, segmented and tagged, one at a time.
 *
 * @throws SamutError when the source cannot be read at all; a page that cannot is a page with `status: 'failed'`.
 */
export async function annotate(
  source: SourceInput,
  options: PipelineOptions,
  { extract, repair, segment, tag } = stages,
): Promise<Flow<TaggedPage>> {
  return tag(segment(repair(await extract(source, options)), options));
}

/** Takes one document the whole way: from its bytes to the files that `output` asks for. */
export async function run(
  source: SourceInput,
  options: PipelineOptions,
  output: WriteOptions,
): Promise<WriteResult> {
  return write(await annotate(source, options), recorded(options, output));
}

/** Where a document goes, with what it is to say of how it was made. */
export function recorded(options: PipelineOptions, output: WriteOptions): WriteOptions {
  return { ...output, options, engines: { segmenter: segmenterVersion(options) } };
}
