import { patternRule } from '../rule.ts';

/** A run of white space, line ends among it. */
export const whiteSpace = patternRule('white-space', /\s+/uy);
