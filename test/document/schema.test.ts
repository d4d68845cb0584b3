import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { brokenLaws } from '../../src/document/laws.ts';
import { documentSchema, jsonSchema, pageLineSchema } from '../../src/document/schema.ts';
import { json } from '../../src/write/json.ts';
import { jsonl } from '../../src/write/jsonl.ts';
import { pageJson } from '../../src/write/page-json.ts';
import { provenance } from '../../src/write/provenance.ts';
import { bookOf, pageOf } from '../write/book.ts';

const head = { source: bookOf([]).source, provenance: provenance({}) };
const foot = { entities: [], terms: [], diagnostics: [] };
const written = JSON.parse(json.head(head) + json.page(pageOf(1), 0, head) + json.foot(foot));

/** A copy of a document with the value at a path changed. */
function changed(path: string, value: unknown): unknown {
  const copy = structuredClone(written);
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const parent = keys.reduce((object, key) => object[key], copy);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}

const faults: [path: string, value: unknown][] = [
  ['schema', 'samut-document/2'],
  ['offsets', 'utf-8'],
  ['source.sha256', 'ABC'],
  ['source.path', '/home/me'],
  ['pages.0.number', 0],
  ['pages.0.status', 'fine'],
  ['pages.0.repairs.0.confidence', 1.2],
  ['pages.0.repairs.0.evidence.0.kind', 'guess'],
  ['pages.0.blocks.0.start', -1],
  ['pages.0.blocks.0.start', 1.5],
  ['pages.0.lines.0.box', [1, 2, 3]],
  ['pages.0.tokens', undefined],
  ['pages.0.years.0.era', 'BC'],
  ['terms', undefined],
];

describe('the JSON Schema', () => {
  const schema = jsonSchema();
  const ajv = new Ajv2020({ allErrors: true });
  const validate = ajv.compile(schema);

  test('takes what the writer writes', () => {
    expect(validate(written), JSON.stringify(validate.errors)).toBe(true);
    expect(documentSchema.safeParse(written).success).toBe(true);
  });

  test.each(faults)('refuses %s as %j, and so does the schema in code', (path, value) => {
    expect(validate(changed(path, value))).toBe(false);
    expect(documentSchema.safeParse(changed(path, value)).success).toBe(false);
  });

  test('describes a line of JSON Lines', () => {
    const line = JSON.parse(jsonl.page(pageOf(3), 0, head));
    const valid = ajv.compile({ $ref: 'urn:samut:document:1#/$defs/pageLine' });
    expect(valid(line), JSON.stringify(valid.errors)).toBe(true);
    expect(pageLineSchema.safeParse(line).success).toBe(true);
    expect(valid({ ...line, number: '3' })).toBe(false);
  });

  test('says of every field what it is', () => {
    expect([...undescribed(schema, 'document')]).toEqual([]);
  });

  test('names its definitions as the design names the parts', () => {
    expect(Object.keys(schema['$defs'] ?? {})).toEqual(
      expect.arrayContaining(['page', 'block', 'repair', 'year']),
    );
  });
});

/** The fields of a JSON Schema that neither they nor what they refer to describes. */
function* undescribed(schema: unknown, path: string): Generator<string> {
  if (typeof schema !== 'object' || schema === null) return;
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties') {
      for (const [name, field] of Object.entries<Record<string, unknown>>(value)) {
        if (!('description' in field || '$ref' in field)) yield `${path}.${name}`;
      }
    }
    yield* undescribed(value, key === 'properties' || key === '$defs' ? path : `${path}.${key}`);
  }
}

describe('the laws of a page', () => {
  const sound = pageJson(pageOf(1));

  test('a sound page breaks none', () => {
    expect(brokenLaws(sound)).toEqual([]);
  });

  test.each([
    [{ tokens: ['ทำ'] }, 'the tokens joined are not the text'],
    [{ languages: [{ start: 0, end: 99, language: 'tha' }] }, 'languages[0] lies outside the text'],
    [{ blocks: [{ ...sound.blocks[0]!, start: 5, end: 4 }] }, 'blocks[0] lies outside the text'],
    [{ years: [{ ...sound.years[0]!, text: '2552' }] }, 'years[0] does not quote the text'],
    [
      { repairs: [{ ...sound.repairs[0]!, after: 'า' }] },
      expect.stringContaining('the repairs cannot be undone'),
    ],
  ])('%j', (change, fault) => {
    expect(brokenLaws({ ...sound, ...change })).toEqual([fault]);
  });
});
