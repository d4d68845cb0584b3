import { type Dict, type PdfObject, Ref, Stream } from '../pdf-objects/object.ts';
import type { PageObject } from '../pdf-objects/pages.ts';
import type { PdfFile } from '../pdf-objects/pdf-file.ts';

/** Forms inside forms are followed this far, and this many of a page. */
const maxDepth = 8;
const maxForms = 512;

/**
 * The font dictionaries that a page may use, as references: those of its own resources and of the
 * forms, patterns and soft masks inside it.
 */
export function pageFonts(file: PdfFile, page: PageObject): PdfObject[] {
  const fonts = new Map<PdfObject | number, PdfObject>();
  const seen = new Set<number>();
  const walk = (resources: Dict, depth: number): void => {
    for (const font of file.dict(resources.get('Font')).values()) {
      fonts.set(font instanceof Ref ? font.number : font, font);
    }
    if (depth >= maxDepth) return;
    for (const key of ['XObject', 'Pattern']) {
      for (const form of file.dict(resources.get(key)).values()) visit(form, depth);
    }
    for (const state of file.dict(resources.get('ExtGState')).values()) {
      visit(file.dict(file.dict(state).get('SMask')).get('G') ?? null, depth);
    }
  };
  const visit = (form: PdfObject, depth: number): void => {
    if (!(form instanceof Ref) || seen.has(form.number) || seen.size > maxForms) return;
    seen.add(form.number);
    const stream = file.resolve(form);
    if (stream instanceof Stream && stream.dict.has('Resources')) {
      walk(file.dict(stream.dict.get('Resources')), depth + 1);
    }
  };
  walk(page.resources, 0);
  return [...fonts.values()];
}
