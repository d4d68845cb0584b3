import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { OutlineItem } from '../document/flow.ts';

type Node = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>[number];

/** More entries than any real book has: a bound against outlines made to be endless. */
const maxItems = 10_000;
const maxDepth = 32;

/** Reads the outline (bookmarks) of a PDF in order; a broken outline is an empty one. */
export async function readOutline(document: PDFDocumentProxy): Promise<OutlineItem[]> {
  const items: OutlineItem[] = [];
  const roots = await document.getOutline().catch(() => null);
  await collect(document, { nodes: roots ?? [], level: 1 }, items);
  return items;
}

async function collect(
  document: PDFDocumentProxy,
  { nodes, level }: { nodes: readonly Node[]; level: number },
  items: OutlineItem[],
): Promise<void> {
  if (level > maxDepth) return;
  for (const node of nodes) {
    if (items.length >= maxItems) return;
    items.push({ title: node.title, level, page: await pageOf(document, node.dest) });
    await collect(document, { nodes: node.items as readonly Node[], level: level + 1 }, items);
  }
}

async function pageOf(document: PDFDocumentProxy, target: Node['dest']): Promise<number | null> {
  try {
    const destination = typeof target === 'string' ? await document.getDestination(target) : target;
    const reference: unknown = destination?.[0];
    if (typeof reference === 'number') return reference + 1;
    if (typeof reference !== 'object' || reference === null) return null;
    return (await document.getPageIndex(reference as Parameters<typeof document.getPageIndex>[0])) + 1;
  } catch {
    return null;
  }
}
