import { type Flow, withPages } from '../document/flow.ts';
import type { RepairedPage, SegmentedPage } from '../document/page.ts';
import { cutText, sliceTokens } from './cut.ts';
import { engineNamed } from './registry.ts';

/** How to cut the text into tokens. */
export interface SegmentOptions {
  /** The Thai engine by name: `boundary` (the default), `lexicon`, `wordcut` or `intl`. */
  readonly engine?: string;
}

/**
 * Cuts the text of each page into tokens.
 *
 * @throws SamutError `usage` when there is no engine of the name.
 */
export function segment(flow: Flow<RepairedPage>, options: SegmentOptions): Flow<SegmentedPage> {
  engineNamed(options.engine);
  return withPages(flow, segmentPages(flow.pages, options));
}

async function* segmentPages(
  pages: AsyncIterable<RepairedPage>,
  options: SegmentOptions,
): AsyncGenerator<SegmentedPage> {
  for await (const page of pages) yield segmentPage(page, options);
}

/** Cuts the text of a page into tokens. */
export function segmentPage(page: RepairedPage, options: SegmentOptions = {}): SegmentedPage {
  return { ...page, tokens: segmentText(page.text, options) };
}

/**
 * Cuts a text into tokens that together are the text: words, numbers, abbreviations, addresses,
 * signs, and runs of white space. Takes any string and linear time; texts cut at white space and
 * joined again have the same tokens.
 *
 * @throws SamutError `usage` when there is no engine of the name.
 * @example
 * segmentText('ทำหน้าที่ UN-ACT ในปี พ.ศ. 2560'); // ['ทำหน้าที่', ' ', 'UN-ACT', ' ', 'ใน', 'ปี', ' ', 'พ.ศ.', ' ', '2560']
 */
export function segmentText(text: string, options: SegmentOptions = {}): string[] {
  return sliceTokens(text, cutText(text, engineNamed(options.engine)));
}

/** What the JSON records of the segmenter: the engine's name and version, such as `boundary 1`. */
export function segmenterVersion(options: SegmentOptions = {}): string {
  const { name, version } = engineNamed(options.engine);
  return `${name} ${version}`;
}
