import { patternRule } from '../rule.ts';

/** An e-mail address (the forms of RFC 5321 that occur in print). */
export const email = patternRule(
  'email',
  /[a-z0-9_%+-](?:[a-z0-9._%+-]{0,62}[a-z0-9_%+-])?@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,5}\.[a-z]{2,24}/iy,
);
