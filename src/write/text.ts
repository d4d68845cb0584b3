import type { Writer } from './writer.ts';

/** The repaired text alone, UTF-8: a line a block, a form feed between pages, a newline at the end of each. */
export const text: Writer = {
  extension: '.txt',
  head: () => '',
  page: (page, index) => `${index === 0 ? '' : '\f'}${page.text}${page.text === '' ? '' : '\n'}`,
  foot: () => '',
};
