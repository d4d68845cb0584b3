import { unescapeFontName } from '../font-name.ts';
import type { FontObject } from './font-object.ts';
import type { ObservedFont } from './observed-font.ts';

/**
 * The font dictionaries that the observed font can be, best first: those of its name and kind that agree
 * best with the advances and the values seen. More than one where they agree equally.
 */
export function matchFont(font: ObservedFont, candidates: readonly FontObject[]): FontObject[] {
  const sameKind = candidates.filter(
    ({ type3, composite }) => type3 === font.type3 && composite === font.composite,
  );
  const sameName = sameKind.filter(({ name }) => unescapeFontName(name) === unescapeFontName(font.name));
  const named = sameName.length > 0 ? sameName : font.type3 ? sameKind : [];
  if (named.length < 2) return named;
  const scores = named.map((candidate) => agreement(font, candidate));
  const best = Math.max(...scores);
  return named.filter((_, i) => scores[i] === best);
}

/** How many codes agree in width and value. */
function agreement(font: ObservedFont, candidate: FontObject): number {
  let score = 0;
  for (const [code, { claimed }] of font.codes) {
    const width = font.widths[code];
    const own = candidate.widthOf(code);
    if (width !== undefined && own !== undefined) score += Math.abs(width - own) < 1 ? 1 : -1;
    const text = candidate.toUnicode?.get(code);
    if (text !== undefined) score += text === claimed ? 1 : -1;
  }
  return score;
}
