import type { ItemText } from './item.ts';
import type { YearReading } from './reading.ts';

/** What a rule read at an item: its readings (none when it only passes over what is no year), and where to go on. */
export interface Match {
  readonly readings: readonly YearReading[];
  readonly next: number;
}

/** A form that years and dates are written in. Rules are asked in order at every item; the first match wins. */
export interface YearRule {
  readonly name: string;
  /** Tags of the items at which the form can begin. */
  readonly opens: readonly string[];
  readonly read: (items: ItemText, index: number) => Match | null;
}
