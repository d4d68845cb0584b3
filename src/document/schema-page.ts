import * as z from 'zod';

/* The page of the JSON document: see `schema.ts`. */

const offset = (description: string) => z.int().min(0).meta({ description });
/** The start of a span. */
export const start = offset('First UTF-16 code unit of the span in the `text` of the page.');
/** The end of a span. */
export const end = offset('UTF-16 code unit after the last of the span (half-open).');
const confidence = z
  .number()
  .min(0)
  .max(1)
  .meta({ description: 'How sure the rule is, 0 to 1, three decimals.' });
/** A physical page number. */
export const pageNumber = z.int().min(1).meta({ description: 'Physical page number, from 1.' });
const place = z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable().meta({
  description:
    'Box `[x0, y0, x1, y1]` in PDF points, two decimals, origin top left of the page as displayed; null for text.',
});
const rule = z.string().meta({ description: 'Name of the rule that speaks.' });
/** Where something is mentioned in the document. */
export const mentions = z
  .array(z.tuple([pageNumber, start, end]))
  .meta({ description: '`[page, start, end]` of every mention, in reading order.' });

/** A diagnostic. */
export const diagnostic = z
  .strictObject({
    rule,
    severity: z
      .enum(['info', 'warning', 'error'])
      .meta({ description: '`error` lost something, `warning` may have.' }),
    message: z.string().meta({ description: 'What was found, and what to do about it.' }),
    start: z.exactOptional(start),
    end: z.exactOptional(end),
  })
  .meta({ id: 'diagnostic', description: 'A message about the page, located where it has a place.' });

const evidence = z
  .strictObject({
    kind: z
      .enum([
        'actual-text',
        'cmap',
        'glyph',
        'font',
        'outline',
        'code-point',
        'order',
        'layout',
        'lexicon',
        'context',
      ])
      .meta({ description: 'What kind of thing proves the change, from the strongest to the weakest.' }),
    code: z.exactOptional(z.int().meta({ description: 'Character code of the glyph in its font.' })),
    font: z.exactOptional(z.string().meta({ description: 'Name of the font as the PDF gives it.' })),
    count: z.exactOptional(
      z.int().meta({ description: 'How often the same was seen in the document or page.' }),
    ),
    word: z.exactOptional(
      z.string().meta({ description: 'The word that decided, or the text that was read.' }),
    ),
    score: z.exactOptional(z.number().meta({ description: 'The number that decided, three decimals.' })),
    detail: z.exactOptional(z.string().meta({ description: 'A few words for a reader.' })),
  })
  .meta({ id: 'evidence', description: 'One piece of evidence for a change.' });

const block = z
  .strictObject({
    kind: z
      .enum([
        'title',
        'heading',
        'paragraph',
        'list-item',
        'table',
        'caption',
        'footnote',
        'page-header',
        'page-footer',
        'folio',
      ])
      .meta({ description: 'What the block is to a reader.' }),
    start,
    end,
    box: place,
    level: z.exactOptional(z.int().min(1).meta({ description: 'Depth of a heading, from 1.' })),
    cells: z.exactOptional(
      z
        .array(z.array(z.tuple([start, end])))
        .meta({ description: 'Cells of a table, row by row, as `[start, end]` in the `text` of the page.' }),
    ),
  })
  .meta({ id: 'block', description: 'One thing to a reader, in reading order.' });

const line = z
  .strictObject({ start, end, box: place })
  .meta({ id: 'line', description: 'A line as it stands on the page.' });

const repair = z
  .strictObject({
    rule: z.string().meta({ description: 'The rule that made the change; several are joined by `+`.' }),
    start,
    end,
    before: z.string().meta({ description: 'What the source claims at this place.' }),
    after: z.string().meta({ description: 'What `text` holds: `text.slice(start, end)`.' }),
    evidence: z.array(evidence).meta({ description: 'Why.' }),
    confidence,
  })
  .meta({
    id: 'repair',
    description: 'A change that was made. Undoing all of a page gives what the source claims.',
  });

const undecided = z
  .strictObject({
    rule,
    start,
    end,
    candidates: z
      .array(z.string())
      .meta({ description: 'Readings between which the rule could not decide.' }),
    reason: z.string().meta({ description: 'Why it could not.' }),
  })
  .meta({ id: 'undecided', description: 'A place where a rule saw a fault and left it as it is.' });

const language = z
  .strictObject({
    start,
    end,
    language: z.string().meta({ description: 'ISO 639-3 code, or `und`.' }),
  })
  .meta({ id: 'language', description: 'A span in one language.' });

const entity = z
  .strictObject({
    start,
    end,
    type: z.string().meta({ description: '`organisation`, `person`, `place`, `law`, `acronym`, ...' }),
    text: z.string().meta({ description: '`text.slice(start, end)` of the page.' }),
    id: z.exactOptional(z.string().meta({ description: '`id` of the entity in the document.' })),
    rule,
    confidence,
  })
  .meta({ id: 'entity', description: 'A named thing where it is mentioned.' });

const year = z
  .strictObject({
    start,
    end,
    text: z.string().meta({ description: '`text.slice(start, end)` of the page.' }),
    kind: z.string().meta({ description: '`year`, `date`, `interval`, `fiscal-year`, ...' }),
    era: z.enum(['BE', 'CE', 'RS', 'CS', 'AH']).meta({
      description: 'Buddhist, Common, Rattanakosin, Chula Sakarat or Hijri era.',
    }),
    eraSource: z.enum(['explicit', 'inherited', 'inferred']).meta({
      description: 'Whether the text names the era, a neighbour does, or it follows from the number.',
    }),
    year: z.int().meta({ description: 'The year as written: 2551 stays 2551.' }),
    edtf: z.string().meta({ description: 'Gregorian, as EDTF (ISO 8601-2): `2008`, `2016-12-30`.' }),
    role: z.exactOptional(z.string().meta({ description: 'What the year is for, where the text says so.' })),
    flag: z.exactOptional(z.string().meta({ description: 'A doubt that a reader should see.' })),
  })
  .meta({ id: 'year', description: 'A year, a date or a span of years.' });

/** A page of the document. */
export const page = z
  .strictObject({
    number: pageNumber,
    label: z.string().nullable().meta({ description: 'Page label of the PDF.' }),
    folio: z.string().nullable().meta({ description: 'Page number printed on the page.' }),
    width: z
      .number()
      .min(0)
      .meta({ description: 'Width as displayed, in PDF points, two decimals; 0 for text.' }),
    height: z
      .number()
      .min(0)
      .meta({ description: 'Height as displayed, in PDF points, two decimals; 0 for text.' }),
    rotation: z.int().meta({ description: 'Clockwise, in degrees: 0, 90, 180 or 270.' }),
    origin: z.enum(['text-layer', 'ocr', 'text']).meta({ description: 'Where the characters come from.' }),
    status: z
      .enum(['clean', 'repaired', 'suspect', 'unreadable', 'empty', 'failed'])
      .meta({ description: 'The verdict on the text of the page.' }),
    text: z.string().meta({
      description:
        'The repaired text in reading order, one line a block, NFC. All offsets count its UTF-16 units.',
    }),
    blocks: z.array(block).meta({ description: 'Blocks in reading order; they cover the text.' }),
    lines: z.array(line).meta({ description: 'Lines as they stand on the page, in reading order.' }),
    repairs: z.array(repair).meta({ description: 'Changes in order, none overlapping another.' }),
    undecided: z.array(undecided).meta({ description: 'Faults that were left as they are.' }),
    tokens: z.array(z.string()).meta({ description: 'Tokens in order; joined they are `text`, always.' }),
    languages: z.array(language).meta({ description: 'Languages of the text, in order.' }),
    entities: z.array(entity).meta({ description: 'Named things, in order.' }),
    years: z.array(year).meta({ description: 'Years and dates, in order.' }),
    diagnostics: z.array(diagnostic).meta({ description: 'Messages about the page.' }),
  })
  .meta({ id: 'page', description: 'A page, with its text and what was found in it.' });
