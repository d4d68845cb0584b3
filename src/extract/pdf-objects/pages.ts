import { type Dict, isDict, nameOf, type PdfObject } from './object.ts';
import type { PdfFile } from './pdf-file.ts';

/** A page with what it inherits of its resources. */
export interface PageObject {
  readonly dict: Dict;
  readonly resources: Dict;
}

/** Deeper page trees than this are loops. */
const maxDepth = 64;

/** The pages of a file in order (ISO 32000-2, 7.7.3). */
export function pageObjects(file: PdfFile): PageObject[] {
  const pages: PageObject[] = [];
  const root = file.dict(file.trailer.get('Root'));
  const walk = (node: PdfObject | undefined, inherited: PdfObject, depth: number): void => {
    const dict = file.resolve(node);
    if (!isDict(dict) || depth > maxDepth) return;
    const resources = dict.get('Resources') ?? inherited;
    const kids = dict.get('Kids');
    if (kids === undefined || nameOf(dict.get('Type')) === 'Page') {
      pages.push({ dict, resources: file.dict(resources) });
      return;
    }
    for (const kid of file.array(kids)) walk(kid, resources, depth + 1);
  };
  walk(root.get('Pages'), null, 0);
  return pages;
}

/** The content of a page: its streams joined by a line end, as ISO 32000-2, 7.8.2 says. */
export function pageContent(file: PdfFile, page: PageObject): Uint8Array {
  const contents = page.dict.get('Contents');
  const whole = file.streamBytes(contents);
  if (whole) return whole;
  const parts: Uint8Array[] = [];
  for (const part of file.array(contents)) {
    const bytes = file.streamBytes(part);
    if (bytes) parts.push(bytes, Uint8Array.of(10));
  }
  return Buffer.concat(parts);
}
