import type { Evidence } from '../../document/evidence.ts';
import { GlyphFlag } from '../../document/glyphs.ts';
import type { Finding, RepairRule } from '../rule.ts';

/**
 * Glyphs that are drawn a second time at nearly the same place (bold type by overprinting, shadows): a reader
 * sees them once. Only what the copies claim is taken out.
 */
export const overprint: RepairRule = {
  name: 'overprint',
  *find({ glyphs, placeOf }): Generator<Finding> {
    if (glyphs === null || !glyphs.flags.some((flags) => (flags & GlyphFlag.copy) !== 0)) return;
    let count = 0;
    let start = -1;
    let end = -1;
    for (let glyph = 0; glyph <= glyphs.count; glyph++) {
      const isCopy = glyph < glyphs.count && ((glyphs.flags[glyph] ?? 0) & GlyphFlag.copy) !== 0;
      const place = isCopy ? placeOf(glyph) : null;
      if (place !== null && place.start === end) {
        end = place.end;
        count++;
        continue;
      }
      if (count > 0) yield { start, end, after: '', evidence: proof(count), confidence: 0.995 };
      count = place === null ? 0 : 1;
      start = place?.start ?? -1;
      end = place?.end ?? -1;
    }
  },
};

function proof(count: number): Evidence[] {
  return [{ kind: 'layout', count, detail: 'glyphs drawn again at the same place' }];
}
