import type { Entity } from '../../document/page.ts';
import { slug } from '../names/slug.ts';

/** Which rule is believed where two tag the same words: the document's own names first. */
const RANK: Readonly<Record<string, number>> = {
  'name-pair': 0,
  'law-title': 1,
  'law-section': 1,
  model: 2,
  'person-title': 3,
  gazetteer: 4,
  'place-prefix': 4,
};
const LAST = 5;

/**
 * The entities of all rules without those that contradict a better one: a span that overlaps one of a
 * better rule is dropped, and gives it its id when both mean the same. Names of the document may hold names
 * of the document. Linear in the text and the spans.
 */
export function resolveEntities(entities: readonly Entity[], textLength: number): Entity[] {
  const byRank = [...entities].sort((a, b) => rank(a) - rank(b) || a.start - b.start || b.end - a.end);
  const kept: Entity[] = [];
  /** 1 + the index of the entity that holds each unit of the text; 0 for none. */
  const holder = new Uint32Array(textLength);
  for (const entity of byRank) {
    const rival = firstHolder(holder, entity);
    const other = kept[rival];
    if (other !== undefined && rank(entity) > 0) {
      const better = withFamilyName(withId(other, entity), entity);
      kept[rival] = better;
      holder.fill(rival + 1, better.start, better.end);
      continue;
    }
    kept.push(entity);
    holder.fill(kept.length, entity.start, entity.end);
  }
  return kept;
}

function firstHolder(holder: Uint32Array, { start, end }: Entity): number {
  for (let at = start; at < end; at++) {
    const index = holder[at] ?? 0;
    if (index > 0) return index - 1;
  }
  return -1;
}

function rank(entity: Entity): number {
  // An acronym that the document explains is one of its names; one that nothing explains is a guess.
  if (entity.rule === 'acronym') return entity.type === 'acronym' ? LAST : 0;
  return RANK[entity.rule] ?? LAST;
}

/** The model stops at a given name it knows; a title's rule goes on to the family name behind the space. */
const FAMILY_NAME = /^ {1,2}[ก-ฮเแโใไ][\u0e01-\u0e4e]{2,}$/;

function withFamilyName(kept: Entity, dropped: Entity): Entity {
  const longer =
    dropped.rule === 'person-title' && kept.type === 'person' && dropped.text.startsWith(kept.text);
  return longer && FAMILY_NAME.test(dropped.text.slice(kept.text.length)) ? dropped : kept;
}

function withId(kept: Entity, dropped: Entity): Entity {
  const same = kept.start === dropped.start && kept.end === dropped.end && kept.id === undefined;
  if (!same || dropped.id === undefined) return kept;
  if (dropped.type === 'acronym') return { ...kept, id: `${kept.type}:${slug(kept.text)}` };
  return dropped.type === kept.type ? { ...kept, id: dropped.id } : kept;
}
