import type { Span } from '../../document/span.ts';

/** Eras that years are counted in; `reign` and `none` stand where there is no count of years. */
export type CalendarEra = 'BE' | 'CE' | 'RS' | 'CS' | 'MS' | 'AH' | 'reign' | 'none';

/** What a mention is. */
export type ReadingKind =
  | 'year'
  | 'month'
  | 'date'
  | 'interval'
  | 'set'
  | 'fiscal-year'
  | 'academic-year'
  | 'season-year'
  | 'quarter'
  | 'half-year'
  | 'decade'
  | 'century'
  | 'reign'
  | 'reign-year'
  | 'lunar-date'
  | 'date-noyear'
  | 'deictic'
  | 'no-date'
  | 'placeholder'
  | 'fictional';

/** A year, date or period as the text gives it. Spans are UTF-16 units. */
export interface YearReading extends Span {
  readonly text: string;
  readonly kind: ReadingKind;
  readonly era: CalendarEra;
  readonly eraSource: 'explicit' | 'inherited' | 'inferred' | 'none';
  /** The year as written, in full and in its own era: `พ.ศ. 58` is 2558; null where there are none or several. */
  readonly year: number | null;
  /** The years as written where there are several. */
  readonly years?: readonly number[];
  /** Proleptic Gregorian, EDTF (ISO 8601-2) levels 1 and 2, of the nominal year; null where it has no value. */
  readonly edtf: string | null;
  /** The true interval where the nominal year is not one: the Thai year began on 1 April until 1940. */
  readonly strict?: string;
  /** What the year is part of: `law`, `citation`, `serial`, `standard-id`, `name`. */
  readonly role?: string;
  /** Part of the period, as TIMEX3 says it: `START`, `MID`, `END`. */
  readonly mod?: string;
  /** `start` since, `end` until. */
  readonly open?: string;
  readonly approx?: boolean;
  /** What is odd: `interval-reversed`, `dual-mismatch`, `invalid-date`, `repaired`, ... */
  readonly flag?: string;
  /** The value that the writer likely meant where there is a flag. */
  readonly likely?: string;
  /** What an inferred era rests on: `dual` where another era beside it agrees, else `value`. */
  readonly evidence?: string;
  /** Who is cited, as the text has it. */
  readonly author?: string;
  /** Letter of a citation: `2550ก`. */
  readonly suffix?: string;
}
