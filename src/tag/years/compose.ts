import type { Span } from '../../document/span.ts';
import { edtfYear } from './edtf.ts';
import { gregorianYear, strictInterval } from './era.ts';
import type { YearGroup } from './group.ts';
import { hijriInterval } from './hijri.ts';
import type { ItemText } from './item.ts';
import type { ReadingKind, YearReading } from './reading.ts';

/** A reading of a span of the text. */
export function reading(
  items: ItemText,
  span: Span,
  rest: Omit<YearReading, 'start' | 'end' | 'text'>,
): YearReading {
  return { start: span.start, end: span.end, text: items.slice(span), ...rest };
}

/** What may be said of a group besides what it holds. */
export interface GroupOptions {
  readonly kind?: ReadingKind;
  readonly inherited?: boolean;
  /** Where the mention begins, when a head word belongs to it. */
  readonly start?: number;
  readonly role?: string;
}

/** The reading of a group of years. */
export function groupReading(items: ItemText, group: YearGroup, options: GroupOptions = {}): YearReading {
  const kind = options.kind ?? kindOf(group);
  const source = group.explicit ? 'explicit' : options.inherited === true ? 'inherited' : 'inferred';
  const several = group.years.length > 1;
  const [first = 0] = group.years;
  const strict = several ? null : strictInterval({ era: group.era, year: first });
  return reading(
    items,
    { start: options.start ?? group.start, end: group.end },
    {
      kind,
      era: group.era,
      eraSource: source,
      year: several ? null : first,
      ...(several ? { years: group.years } : {}),
      edtf: groupEdtf(group),
      ...(strict === null ? {} : { strict }),
      ...(options.role === undefined ? {} : { role: options.role }),
      ...flags(group),
    },
  );
}

function kindOf(group: YearGroup): ReadingKind {
  if (group.shape === 'single') return 'year';
  if (group.shape === 'chain') return 'set';
  // "2562/63" is a season; "2013/14 Report" is what English calls those years.
  return group.shape === 'slash' && group.era === 'BE' ? 'season-year' : 'interval';
}

function flags(group: YearGroup): { flag?: string } {
  const [first = 0] = group.years;
  if (group.mended) return { flag: 'repaired' };
  return (group.years.at(-1) ?? first) < first ? { flag: 'interval-reversed' } : {};
}

/** EDTF of the nominal Gregorian years of a group. */
export function groupEdtf(group: YearGroup): string | null {
  const values: string[] = [];
  for (const year of group.years) {
    const value = yearEdtf(group, year);
    if (value === null) return null;
    values.push(value);
  }
  if (group.shape === 'chain') return `{${values.join(',')}}`;
  return values.join('/');
}

function yearEdtf(group: YearGroup, year: number): string | null {
  if (group.era === 'AH') return hijriInterval(year);
  const gregorian = gregorianYear({ era: group.era, year });
  return gregorian === null ? null : edtfYear(gregorian);
}
