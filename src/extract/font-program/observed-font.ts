import type { CodeCounts } from '../font-evidence.ts';

/** A font as the first pass met it. */
export interface ObservedFont {
  /** With its subset prefix. */
  readonly name: string;
  readonly composite: boolean;
  readonly type3: boolean;
  /** Advances by code, in thousandths of an em, as pdf.js has them. */
  readonly widths: Readonly<Record<number, number>>;
  /** The physical page that it was first seen on, from 1. */
  readonly page: number;
  /** The codes that it drew, with what was counted. */
  readonly codes: ReadonlyMap<number, CodeCounts>;
}
