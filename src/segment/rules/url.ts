import { matchEnd, type TokenRule } from '../rule.ts';

const SCHEME = /(?:https?|ftp):\/\/[!-~]+|www\.[!-~]+/iy;

/** Names under the domains that Thai documents cite without a scheme. */
const DOMAIN =
  /[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,63}){0,4}\.(?:com|org|net|int|edu|gov|info|th|asia)(?![a-z0-9.@_-])(?:\/[!-~]*)?/iy;

const CLOSING = '.,;:!?\'")]}>';

/** A web address; punctuation at its end belongs to the sentence. */
export const url: TokenRule = {
  name: 'url',
  match(text, at) {
    let end = matchEnd(SCHEME, text, at);
    if (end === at) end = matchEnd(DOMAIN, text, at);
    while (end > at && CLOSING.includes(text.charAt(end - 1))) end--;
    return end;
  },
};
