import { patternRule } from '../rule.ts';

/**
 * A flag, a repeated mark such as "..." or "!!", or any one character. Marks that people repeat to
 * draw a line or to stress are one token; brackets and quotes are each one.
 */
export const symbol = patternRule(
  'symbol',
  /\p{RI}{2}|([.!?=*_~+<>^#|/\\\u2010-\u2015\u2022\u2026\u00b7-])\1*|[\s\S]/uy,
);
