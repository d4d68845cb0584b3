import * as z from 'zod';
import { diagnostic, end, mentions, page, pageNumber, start } from './schema-page.ts';

/*
 * The one source of truth for the JSON document: its TypeScript types (`import type` them: zod is slow
 * to load and stays off the path of `samut process`) and the published `samut/schema.json` derive from it.
 */

const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: 'SHA-256 of the bytes of the source, in lower-case hexadecimal.' });

const outlineItem = z
  .strictObject({
    title: z.string().meta({ description: 'The entry as a reader sees it.' }),
    level: z.int().min(1).meta({ description: 'Depth, from 1.' }),
    page: pageNumber.nullable().meta({ description: 'Physical page, or null where it leads nowhere.' }),
  })
  .meta({ id: 'outlineItem', description: 'An entry of the outline (bookmarks) of the PDF.' });

const source = z
  .strictObject({
    name: z.string().meta({ description: 'File name without its folder.' }),
    sha256,
    bytes: z.int().min(0).meta({ description: 'Size of the source.' }),
    mediaType: z
      .enum(['application/pdf', 'text/plain'])
      .meta({ description: 'Media type, told from the bytes, not from the name.' }),
    pageCount: z.int().min(0).meta({ description: 'Pages of the source, also those not asked for.' }),
    info: z
      .record(z.string(), z.string())
      .meta({ description: 'What the document says of itself, keys sorted.' }),
    outline: z.array(outlineItem).meta({ description: 'Outline (bookmarks) in order, flat.' }),
  })
  .meta({ id: 'source', description: 'What was read.' });

const options = z
  .strictObject({
    pages: z
      .array(z.tuple([pageNumber, pageNumber]))
      .nullable()
      .meta({ description: 'Ranges `[first, last]` of pages that were asked for; null for all.' }),
    engine: z
      .string()
      .nullable()
      .meta({ description: 'Thai segmenter that was asked for; null for the usual one.' }),
  })
  .meta({ id: 'options', description: 'The options that shape the result.' });

const provenance = z
  .strictObject({
    name: z.literal('samut').meta({ description: 'The program.' }),
    version: z.string().meta({ description: 'Its version.' }),
    engines: z
      .record(z.string(), z.string())
      .meta({ description: 'Version of each part that shapes the result.' }),
    options,
  })
  .meta({ id: 'provenance', description: 'What made the document. No clock, path or host is in it.' });

const pair = {
  thai: z.string().meta({ description: 'The Thai name, repaired.' }),
  english: z.string().nullable().meta({ description: 'The English name beside it.' }),
  abbreviation: z.string().nullable().meta({ description: 'The abbreviation beside it.' }),
};

const documentEntity = z
  .strictObject({
    id: z
      .string()
      .meta({ description: 'What the entities of the pages refer to; stable within the document.' }),
    type: z.string().meta({ description: '`organisation`, `person`, `place`, `law`, `acronym`, ...' }),
    name: z.string().meta({ description: 'The name that the document uses first or most.' }),
    aliases: z
      .array(z.string())
      .meta({ description: 'Other names and abbreviations of it in the document.' }),
    mentions,
  })
  .meta({ id: 'documentEntity', description: 'A named thing, over the whole document.' });

const term = z
  .strictObject({
    ...pair,
    mentions,
  })
  .meta({
    id: 'term',
    description: 'A Thai name or phrase with its English counterpart, as the document pairs them.',
  });

/** The JSON document `samut-document/1` as a zod schema. */
export const documentSchema = z
  .strictObject({
    schema: z.literal('samut-document/1').meta({ description: 'Name and version of this format.' }),
    offsets: z
      .literal('utf-16')
      .meta({ description: 'Every offset counts UTF-16 code units; spans are half-open.' }),
    source,
    pipeline: provenance,
    pages: z.array(page).meta({ description: 'Pages in order, those that were asked for.' }),
    entities: z.array(documentEntity).meta({ description: 'Named things of the whole document.' }),
    terms: z.array(term).meta({ description: 'Pairs of Thai and English names of the whole document.' }),
    diagnostics: z.array(diagnostic).meta({ description: 'Messages about the document as a whole.' }),
  })
  .meta({
    title: 'Samut document',
    description: 'A Thai/English book or report: pages of repaired text with offsets, proof and annotations.',
  });

const termMention = z
  .strictObject({
    start,
    end,
    ...pair,
  })
  .meta({ id: 'termMention', description: 'A pair of a Thai and an English name, where the page makes it.' });

/** A line of the JSON Lines format `samut-page/1`: a page that says which document it is of. */
export const pageLineSchema = z
  .strictObject({
    schema: z.literal('samut-page/1').meta({ description: 'Name and version of this format.' }),
    document: z.string().meta({ description: 'File name of the source.' }),
    sha256,
    ...page.shape,
    terms: z.array(termMention).meta({ description: 'Pairs of Thai and English names that the page makes.' }),
  })
  .meta({ id: 'pageLine', title: 'Samut page', description: 'A line of the JSON Lines format.' });

/** The whole document. */
export type DocumentJson = z.infer<typeof documentSchema>;
/** One page of it. */
export type PageJson = z.infer<typeof page>;
/** A line of the JSON Lines format. */
export type PageLineJson = z.infer<typeof pageLineSchema>;
/** A change, as a page lists it. */
export type RepairJson = PageJson['repairs'][number];
/** What made the document. */
export type ProvenanceJson = z.infer<typeof provenance>;

/**
 * The JSON Schema (draft 2020-12) of the document; its `$defs.pageLine` is that of a line of JSON Lines.
 *
 * @example
 * new Ajv2020().compile(jsonSchema())(JSON.parse(text)); // true
 */
export function jsonSchema(): Record<string, unknown> {
  const { $schema, $defs, ...document } = z.toJSONSchema(documentSchema, { target: 'draft-2020-12' });
  const line = z.toJSONSchema(z.array(pageLineSchema), { target: 'draft-2020-12' });
  return { $schema, $id: 'urn:samut:document:1', ...document, $defs: { ...$defs, ...line.$defs } };
}
