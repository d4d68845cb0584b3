import type { BlockKind } from '../document/page.ts';
import type { TextLine } from './claimed-text.ts';
import { folioValue, readFolio } from './folio.ts';

/** What a line at the edge of a page turned out to be. */
export interface FurnitureRole {
  readonly kind: Extract<BlockKind, 'page-header' | 'page-footer' | 'folio'>;
  /** The page number it prints, if it does. */
  readonly folio: string | null;
}

/** A page as the learner sees it. */
export interface FurniturePage {
  readonly number: number;
  readonly height: number;
  readonly text: string;
  readonly lines: readonly TextLine[];
}

/** What the second pass knows of the document, besides. */
export interface KnownSizes {
  /** Size of the running text, in points. */
  readonly bodySize: number;
}

/** How many lines at each edge of a page may be furniture. */
const edgeLines = 3;
/** Furniture stands within this share of the page's height from its edge. */
const zone = 0.14;
/** A text seen at the edge of this many pages is furniture. */
const minPages = 3;
/** How far, in points, furniture may stand from its usual height. */
const drift = 14;
/** Share of a number's pages on which it must count with the pages to be the folio. */
const minSteady = 0.6;

const number = /[0-9๐-๙]{1,4}|(?<![a-z])[ivxl]{1,6}(?![a-z])/giu;

/** Furniture is not set larger than this against the running text: what is, is a heading. */
const maxSize = 1.15;

interface Place {
  readonly page: number;
  readonly middle: number;
  readonly size: number;
  readonly values: readonly number[];
}

/**
 * Learns a document's page furniture in the first pass: texts that stand at the same height at the edge
 * of several pages, digits aside, and which of their numbers counts the pages. In the second pass it says
 * what each line at an edge is. A line that is nothing but a number in brackets or dashes is a folio even
 * where there is too little to learn from.
 */
export class PageFurniture {
  readonly #places = new Map<string, Place[]>();
  #pages = 0;
  readonly #folioSlots = new Map<string, number>();
  /** Heights at which furniture stands, with its size: a running title changes with the chapter. */
  #slots: { middle: number; size: number }[] | null = null;

  /** Looks at one page of the first pass. */
  learn(page: FurniturePage): void {
    this.#pages++;
    for (const { line } of edgesOf(page).flat()) {
      const text = page.text.slice(line.start, line.end);
      const places = this.#places.get(keyOf(text)) ?? [];
      places.push({ page: page.number, middle: middleOf(line), size: line.size, values: numbersOf(text) });
      this.#places.set(keyOf(text), places);
    }
  }

  /** The roles of a page's lines, by line index. */
  rolesOf(page: FurniturePage, { bodySize }: KnownSizes): Map<number, FurnitureRole> {
    const roles = new Map<number, FurnitureRole>();
    for (const edges of edgesOf(page)) {
      // From the edge inwards: past a line of text only the folio is furniture.
      let isOpen = true;
      for (const { line, index, top } of edges) {
        const role = line.size > maxSize * bodySize ? null : this.#roleOf(line, { page, top });
        if (role && (isOpen || role.kind === 'folio')) roles.set(index, role);
        else isOpen = false;
      }
    }
    for (const index of turnedFolios(page, roles)) {
      roles.set(index, { kind: 'folio', folio: null });
    }
    const last = catchwordOf(page, roles);
    if (last >= 0) roles.set(last, { kind: 'page-footer', folio: null });
    return roles;
  }

  #roleOf(line: TextLine, { page, top }: { page: FurniturePage; top: boolean }): FurnitureRole | null {
    const text = page.text.slice(line.start, line.end);
    const places = this.#places.get(keyOf(text)) ?? [];
    const alone = readFolio(text);
    if (alone && (isAtEdge(line, page) || this.#recurs(places, line, text))) {
      return { kind: 'folio', folio: alone.text };
    }
    if (!this.#recurs(places, line, text) && !(isAtEdge(line, page) && this.#standsInSlot(line))) return null;
    const slot = this.#folioSlot(keyOf(text), places);
    return { kind: top ? 'page-header' : 'page-footer', folio: text.match(number)?.[slot] ?? null };
  }

  /** Whether other furniture of the document stands at the same height, in the same size. */
  #standsInSlot(line: TextLine): boolean {
    this.#slots ??= [...this.#places.values()].flatMap((places) => slotsOf(places));
    return this.#slots.some(
      ({ middle, size }) => Math.abs(middle - middleOf(line)) < 1 && Math.abs(size - line.size) < 0.3,
    );
  }

  #recurs(places: readonly Place[], line: TextLine, text: string): boolean {
    const near = places.filter((place) => Math.abs(place.middle - middleOf(line)) <= drift);
    if (new Set(near.map((place) => place.page)).size >= minPages) {
      // A text whose numbers are others each time heads something: "หมวด ๑", "หมวด ๒".
      const counted = new Set(near.map((place) => place.values.join(' ')));
      return counted.size < near.length || this.#folioSlot(keyOf(text), places) >= 0;
    }
    // In a document of two pages both have to bear it, at the very same place.
    const same = places.filter((place) => Math.abs(place.middle - middleOf(line)) < 1);
    return this.#pages === 2 && same.length === 2;
  }

  /** Which of the numbers in a recurring text grows with the pages, or -1. */
  #folioSlot(key: string, places: readonly Place[]): number {
    let slot = this.#folioSlots.get(key);
    if (slot === undefined) {
      slot = findFolioSlot(places);
      this.#folioSlots.set(key, slot);
    }
    return slot;
  }
}

/** The lines that print the folio of a page once more, turned, as at the side of a table set across. */
function turnedFolios(page: FurniturePage, roles: ReadonlyMap<number, FurnitureRole>): number[] {
  const folio = [...roles.values()].find((role) => role.folio !== null)?.folio;
  if (folio === undefined) return [];
  return page.lines.flatMap((line, i) => {
    const isTurned = line.direction !== 0 && line.end - line.start < 16;
    return isTurned && readFolio(page.text.slice(line.start, line.end))?.text === folio ? [i] : [];
  });
}

/** Thai official papers end a page with the first words of the next: "/ข้อ ๑๑ หนังสือภายนอก...". */
const catchword = /^\/\s?\S.{0,80}(?:\.{2,}|…)$/u;

/** Index of the catchword of a page: its lowest line but for furniture; -1 where there is none. */
function catchwordOf(page: FurniturePage, roles: ReadonlyMap<number, FurnitureRole>): number {
  let lowest = -1;
  for (const [i, line] of page.lines.entries()) {
    if (line.direction !== 0 || roles.has(i)) continue;
    if (lowest < 0 || line.baseline > (page.lines[lowest]?.baseline ?? 0)) lowest = i;
  }
  const line = page.lines[lowest];
  return line && catchword.test(page.text.slice(line.start, line.end)) ? lowest : -1;
}

/** The height at which a recurring text stands on most of its pages. */
function slotsOf(places: readonly Place[]): { middle: number; size: number }[] {
  if (new Set(places.map((place) => place.page)).size < minPages) return [];
  const middle = [...places].sort((a, b) => a.middle - b.middle)[places.length >> 1];
  return middle ? [{ middle: middle.middle, size: middle.size }] : [];
}

function findFolioSlot(places: readonly Place[]): number {
  const slots = Math.max(0, ...places.map((place) => place.values.length));
  for (let slot = 0; slot < slots; slot++) {
    const offsets = new Map<number, number>();
    const values = new Set<number>();
    for (const { page, values: all } of places) {
      const value = all[slot];
      if (value === undefined) continue;
      values.add(value);
      offsets.set(value - page, (offsets.get(value - page) ?? 0) + 1);
    }
    const steady = Math.max(0, ...offsets.values());
    if (values.size >= minPages && steady >= minSteady * places.length) return slot;
  }
  return -1;
}

interface Edge {
  readonly line: TextLine;
  readonly index: number;
  readonly top: boolean;
}

/** The lines in the zones at the top and at the bottom of a page, each from the edge inwards. */
function edgesOf(page: FurniturePage): Edge[][] {
  const bodies = new Set(page.lines.filter((line) => !isInZone(line, page)).map((line) => line.table));
  const upright = page.lines
    .map((line, index) => ({ line, index }))
    .filter(({ line }) => line.direction === 0 && (line.table < 0 || !bodies.has(line.table)))
    .sort((a, b) => a.line.box[1] - b.line.box[1]);
  const isTop = (line: TextLine): boolean => middleOf(line) < page.height / 2;
  const ordered = upright
    .filter(({ line }) => isInZone(line, page))
    .map((edge) => ({ ...edge, top: isTop(edge.line) }));
  const tops = ordered.filter((edge) => edge.top).slice(0, edgeLines);
  const bottoms = ordered.filter((edge) => !edge.top).reverse();
  return [tops, bottoms.slice(0, edgeLines)];
}

function isInZone(line: TextLine, page: FurniturePage): boolean {
  const middle = middleOf(line);
  return middle < zone * page.height || middle > (1 - zone) * page.height;
}

/** Whether nothing of the page's text lies between a line and the nearer edge of the page. */
function isAtEdge(line: TextLine, page: FurniturePage): boolean {
  const middle = middleOf(line);
  const upright = page.lines.filter((other) => other.direction === 0 && other !== line);
  return upright.every((other) => other.box[1] >= middle) || upright.every((other) => other.box[3] <= middle);
}

function middleOf(line: TextLine): number {
  return (line.box[1] + line.box[3]) / 2;
}

function keyOf(text: string): string {
  return text.replace(number, '#').replace(/\s+/gu, '');
}

function numbersOf(text: string): number[] {
  return Array.from(text.matchAll(number), (match) => folioValue(match[0]) ?? -1);
}
