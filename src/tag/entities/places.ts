import type { Entity } from '../../document/page.ts';
import { lazy, readRows } from '../data-file.ts';
import { slug } from '../names/slug.ts';
import type { TagInput, TagRule } from '../rule.ts';
import { tokenStarts } from '../token-starts.ts';

/** Words and abbreviations that stand before the name of a place, with the kind that they announce. */
const PREFIXES: readonly (readonly [form: RegExp, kind: string])[] = [
  [/(?:จังหวัด|จ\.)\s?/y, 'province'],
  [/(?:อำเภอ|อ\.|เขต)\s?/y, 'district'],
  [/(?:ประเทศ)\s?/y, 'country'],
];
/** Subdistricts and villages are taken by their prefix alone: there are thousands of them. */
const SUBDISTRICT = /(?:ตำบล|ต\.|แขวง)\s?([ก-ฮเแโใไ][\u0e01-\u0e4e]{1,20})(?=[\s,.()]|$)/g;
/** Names shorter than this are words of their own too often to be taken without a prefix. */
const BARE_LENGTH = 6;
const FIRST_LETTERS = 3;

interface Place {
  readonly kind: string;
  readonly name: string;
  readonly id: string;
}

const gazetteer = lazy(() => {
  const byKey = new Map<string, Place[]>();
  for (const [kind = '', name = '', english = ''] of readRows('places.tsv')) {
    const place = { kind, name, id: `place:${slug(english || name)}` };
    const key = name.slice(0, FIRST_LETTERS);
    byKey.set(key, [...(byKey.get(key) ?? []), place]);
  }
  for (const list of byKey.values()) list.sort((a, b) => b.name.length - a.name.length);
  return byKey;
});

/** Provinces, districts and countries of the gazetteer, and subdistricts by their prefix. */
export const places: TagRule = {
  name: 'places',
  find(page) {
    return { entities: [...listed(page), ...subdistricts(page.text)] };
  },
};

function* listed(page: TagInput): Generator<Entity> {
  const starts = tokenStarts(page);
  const ends = new Set([...starts, page.text.length]);
  for (let at = 0; at < page.text.length; at++) {
    const prefix = prefixAt(page.text, at);
    const from = at + (prefix?.length ?? 0);
    const place = placeAt(page.text, from, prefix?.kind);
    if (place === null) continue;
    const end = from + place.name.length;
    if (prefix === null && !standsBare(place, { at, end, starts, ends })) continue;
    yield {
      start: at,
      end,
      type: 'place',
      text: page.text.slice(at, end),
      id: place.id,
      rule: 'gazetteer',
      confidence: prefix === null ? 0.7 : 0.95,
    };
    at = end - 1;
  }
}

function prefixAt(text: string, at: number): { readonly length: number; readonly kind: string } | null {
  const first = text.charAt(at);
  if (first !== 'จ' && first !== 'อ' && first !== 'เ' && first !== 'ป') return null;
  for (const [form, kind] of PREFIXES) {
    form.lastIndex = at;
    if (form.test(text)) return { length: form.lastIndex - at, kind };
  }
  return null;
}

function placeAt(text: string, at: number, kind: string | undefined): Place | null {
  const list = gazetteer().get(text.slice(at, at + FIRST_LETTERS));
  return (
    list?.find((place) => (kind === undefined || place.kind === kind) && text.startsWith(place.name, at)) ??
    null
  );
}

/** Without a prefix a place must be a long name, on token borders, and no district: those are common words. */
function standsBare(
  place: Place,
  where: { at: number; end: number; starts: ReadonlySet<number>; ends: ReadonlySet<number> },
): boolean {
  if (place.kind === 'district' || place.name.length < BARE_LENGTH) return false;
  return where.starts.size === 0 || (where.starts.has(where.at) && where.ends.has(where.end));
}

function* subdistricts(text: string): Generator<Entity> {
  for (const found of text.matchAll(SUBDISTRICT)) {
    // "พล.ต." and "ร.ต.ต." are ranks.
    if (/[ก-ฮ.]/.test(text.charAt(found.index - 1)) && found[0].charAt(1) === '.') continue;
    const start = found.index;
    const end = start + found[0].length;
    yield { start, end, type: 'place', text: found[0], rule: 'place-prefix', confidence: 0.8 };
  }
}
