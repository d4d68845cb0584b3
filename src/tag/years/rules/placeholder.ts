import { reading } from '../compose.ts';
import type { Item, ItemText } from '../item.ts';
import type { CalendarEra } from '../reading.ts';
import type { Match, YearRule } from '../rule.ts';

/** The blank that a draft leaves for its year, and `25..`. */
const BLANK_YEAR = /[\s\u00a0]{0,4}(?:(?:25|๒๕)?(?:[.…_]{2,}|…|(?:\. ){2,}\.))/y;
const FICTIONAL = /^[xX][0-9xX](?![A-Za-z0-9])/;

/** Years left blank (`พ.ศ. ....`) and made-up ones of textbooks (`25x1`, `1 มกราคม 25x2`). */
export const placeholder: YearRule = {
  name: 'placeholder',
  opens: ['era', 'number'],
  read(items, index) {
    const first = items.items[index];
    if (first === undefined) return null;
    return first.tag === 'era' ? blank(items, index, first) : fictional(items, index, first);
  },
};

function blank(items: ItemText, index: number, era: Item): Match | null {
  BLANK_YEAR.lastIndex = era.end;
  if (!BLANK_YEAR.test(items.text)) return null;
  const end = BLANK_YEAR.lastIndex;
  const found = reading(
    items,
    { start: era.start, end },
    {
      kind: 'placeholder',
      era: era.value as CalendarEra,
      eraSource: 'explicit',
      year: null,
      edtf: 'XXXX',
    },
  );
  let next = index + 1;
  while ((items.items[next]?.start ?? Number.POSITIVE_INFINITY) < end) next++;
  return { readings: [found], next };
}

function fictional(items: ItemText, index: number, first: Item): Match | null {
  const dated = items.next(index + 1, 'month') !== null && items.next(index + 2, 'number') !== null;
  const at = dated ? index + 2 : index;
  const number = items.items[at];
  if (number === undefined || (number.number !== 25 && number.number !== 20)) return null;
  if (!FICTIONAL.test(items.text.slice(number.end, number.end + 3)) || items.gluedLeft(first)) return null;
  const found = reading(
    items,
    { start: first.start, end: number.end + 2 },
    {
      kind: 'fictional',
      era: number.number === 25 ? 'BE' : 'CE',
      eraSource: 'inferred',
      year: null,
      edtf: null,
    },
  );
  let next = at + 1;
  while ((items.items[next]?.start ?? Number.POSITIVE_INFINITY) < found.end) next++;
  return { readings: [found], next };
}
