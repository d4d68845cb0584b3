import { matchEnd, type TokenRule } from '../rule.ts';
import { WORD } from './word.ts';

const D = '[0-9\\u0e50-\\u0e59]';

/** In order: dates, telephone numbers, times, numbers with commas, any other number. */
const NUMBER = new RegExp(
  [
    `${D}{1,2}([/.-])${D}{1,2}\\1(?:${D}{4}|${D}{2})(?!${D})`,
    `${D}{4}-${D}{2}-${D}{2}(?!${D})`,
    `[0\\u0e50]${D}{1,2}-${D}{3,4}-${D}{3,4}(?!${D})`,
    `${D}{1,2}:${D}{2}(?::${D}{2})?(?!${D})`,
    `${D}{1,3}(?:,${D}{3})+(?:\\.${D}+)?(?!${D})`,
    `${D}+(?:\\.${D}+)*`,
  ].join('|'),
  'y',
);

/**
 * A number in Arabic or Thai digits with its commas and decimals, a date in figures, a time or a
 * telephone number; Latin letters that follow at once belong to it: "4G", "802.1x".
 */
export const number: TokenRule = {
  name: 'number',
  match(text, at) {
    const end = matchEnd(NUMBER, text, at);
    return end === at ? at : matchEnd(WORD, text, end);
  },
};
