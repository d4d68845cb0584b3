import { matchEnd, type TokenRule } from '../rule.ts';

const W = '(?:(?![\\u0e00-\\u0e7f])[\\p{L}\\p{M}\\p{Nd}\\u200c\\u200d])';

/** Letters of any script but Thai, with figures, joined by hyphens, apostrophes and the like. */
export const WORD = new RegExp(`${W}+(?:['\u2019&_\u2010\u2011-]${W}+)*`, 'uy');

const INITIALS = /(?:[A-Za-z]\.){2,}/y;

/** A word in letters other than Thai: "UN-ACT", "GOT7", "R&D"; with points only as in "U.S.". */
export const word: TokenRule = {
  name: 'word',
  match(text, at) {
    const end = matchEnd(INITIALS, text, at);
    return end === at ? matchEnd(WORD, text, at) : end;
  },
};
