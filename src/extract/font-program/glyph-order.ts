import { readFileSync } from 'node:fs';

/** The order of the Thai glyphs of a font family whose subsets keep their glyph numbers. */
export interface GlyphOrder {
  readonly name: string;
  /** How many glyphs fonts of the family have. */
  readonly counts: ReadonlySet<number>;
  /** Names of the family's fonts begin or end like this. */
  readonly pattern: RegExp;
  readonly texts: ReadonlyMap<number, string>;
}

const patterns: Readonly<Record<string, RegExp>> = {
  'TH-Sarabun': /^TH ?Sarabun/i,
  'Microsoft-Thai':
    /^(?:Angsana|Browallia|Cordia|Dillenia|Eucrosia|Freesia|Iris|Jasmine|Kodchiang|Lily) ?(?:UPC|New)/i,
};

let orders: readonly GlyphOrder[] | undefined;

/** The known order for a font of so many glyphs, or undefined. */
export function glyphOrder(count: number): GlyphOrder | undefined {
  orders ??= readOrders();
  return orders.find(({ counts }) => counts.has(count));
}

function readOrders(): GlyphOrder[] {
  const url = new URL('../../../src/extract/font-program/data/glyph-orders.txt', import.meta.url);
  const found: (GlyphOrder & { texts: Map<number, string> })[] = [];
  for (const line of readFileSync(url, 'utf8').split('\n')) {
    const [first = '', second = '', ...rest] = line.split(' ');
    if (first === 'order') {
      const counts = new Set(rest.map(Number));
      found.push({ name: second, counts, pattern: patterns[second] ?? /^$/, texts: new Map() });
    } else if (/^\d+$/.test(first)) {
      found.at(-1)?.texts.set(Number(first), String.fromCharCode(Number.parseInt(second, 16)));
    }
  }
  return found;
}
