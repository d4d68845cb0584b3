import { patternRule } from '../rule.ts';

/** "ฯลฯ" and "ฯพณฯ" as wholes; otherwise MAIYAMOK and PAIYANNOI each alone. */
export const thaiSign = patternRule('thai-sign', /ฯลฯ|ฯพณฯ|[ฯๆ]/uy);
