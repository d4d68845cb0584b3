import type { Finding, RepairRule } from '../rule.ts';

/**
 * A glyph that draws something else than the PDF claims: what its font program (character map, glyph
 * names, substitutions) or its outline says stands in for the claim. Decided once a font and code when
 * the document is read; every glyph of the code is mended alike.
 */
export const glyphIdentity: RepairRule = {
  name: 'glyph-identity',
  *find({ glyphs, fonts, placeOf }): Generator<Finding> {
    if (glyphs === null || fonts.every(({ identities }) => identities.size === 0)) return;
    for (let glyph = 0; glyph < glyphs.count; glyph++) {
      const identity = fonts[glyphs.font[glyph] ?? 0]?.identities.get(glyphs.code[glyph] ?? 0);
      const place = identity === undefined ? null : placeOf(glyph);
      if (identity === undefined || place === null) continue;
      const { unicode: after, evidence, confidence } = identity;
      yield { ...place, after, evidence, confidence };
    }
  },
};
