import { matchEnd, type TokenRule } from '../rule.ts';

const LETTER = '(?![\\u0e00-\\u0e7f])[\\p{L}\\p{M}\\p{Nd}\\u200c\\u200d]';

/** What extends a letter though it is none: Thai marks, emoji modifiers, tags. */
const EXTENDER = '[\\u0e31\\u0e34-\\u0e3a\\u0e47-\\u0e4e\\u{1f3fb}-\\u{1f3ff}\\u{e0020}-\\u{e007f}]';

const LETTERS = `${LETTER}(?:${LETTER}|${EXTENDER})*`;

/** Letters of any script but Thai, with figures, joined by hyphens, apostrophes and the like. */
export const WORD = new RegExp(`${LETTERS}(?:['’&_\u2010\u2011-]${LETTERS})*`, 'uy');

const INITIALS = /(?:[A-Za-z]\.){2,}/y;

/** A word in letters other than Thai: "UN-ACT", "GOT7", "R&D"; with points only as in "U.S.". */
export const word: TokenRule = {
  name: 'word',
  match(text, at) {
    const end = matchEnd(INITIALS, text, at);
    return end === at ? matchEnd(WORD, text, at) : end;
  },
};
