import { roundBox, roundPoints } from '../document/box.ts';
import type { Diagnostic } from '../document/diagnostic.ts';
import type { Evidence } from '../document/evidence.ts';
import type { Block, Entity, Repair, TaggedPage, YearMention } from '../document/page.ts';
import type { PageJson, PageLineJson } from '../document/schema.ts';

/*
 * Every object is built key by key, in the order of the schema: whatever order a stage gave its keys
 * in, and whatever else its objects carry, equal pages are equal bytes.
 */

/** The page as the JSON document has it: keys in the order of the schema, numbers rounded. */
export function pageJson(page: TaggedPage): PageJson {
  return {
    number: page.number,
    label: page.label,
    folio: page.folio,
    width: lengthJson(page.width),
    height: lengthJson(page.height),
    rotation: page.rotation,
    origin: page.origin,
    status: page.status,
    text: page.text,
    blocks: page.blocks.map(blockJson),
    lines: page.lines.map(({ start, end, box }) => ({ start, end, box: boxJson(box) })),
    repairs: page.repairs.map(repairJson),
    undecided: page.undecided.map(({ rule, start, end, candidates, reason }) => ({
      rule,
      start,
      end,
      candidates: [...candidates],
      reason,
    })),
    tokens: [...page.tokens],
    languages: page.languages.map(({ start, end, language }) => ({ start, end, language })),
    entities: page.entities.map(entityJson),
    years: page.years.map(yearJson),
    diagnostics: page.diagnostics.map(diagnosticJson),
  };
}

/** The pairs of names that a page makes, as JSON Lines have them. */
export function termsJson(page: TaggedPage): PageLineJson['terms'] {
  return page.terms.map(({ start, end, thai, english, abbreviation }) => ({
    start,
    end,
    thai,
    english,
    abbreviation,
  }));
}

/** A diagnostic as the JSON has it. */
export function diagnosticJson(diagnostic: Diagnostic): PageJson['diagnostics'][number] {
  const { rule, severity, message, start, end } = diagnostic;
  return { rule, severity, message, ...known({ start, end }) };
}

function blockJson(block: Block): PageJson['blocks'][number] {
  const { kind, start, end, level } = block;
  const cells = block.cells?.map((row) => row.map((cell): [number, number] => [cell.start, cell.end]));
  return { kind, start, end, box: boxJson(block.box), ...known({ level, cells }) };
}

function repairJson(repair: Repair): PageJson['repairs'][number] {
  const { rule, start, end, before, after } = repair;
  const evidence = repair.evidence.map(evidenceJson);
  return { rule, start, end, before, after, evidence, confidence: round3(repair.confidence) };
}

function evidenceJson(evidence: Evidence): PageJson['repairs'][number]['evidence'][number] {
  const { kind, code, font, count, word, score, detail } = evidence;
  return {
    kind,
    ...known({
      code,
      font,
      count,
      word,
      score: Number.isFinite(score) ? round3(score ?? 0) : undefined,
      detail,
    }),
  };
}

function entityJson(entity: Entity): PageJson['entities'][number] {
  const { start, end, type, text, id, rule } = entity;
  return { start, end, type, text, ...known({ id }), rule, confidence: round3(entity.confidence) };
}

function yearJson(mention: YearMention): PageJson['years'][number] {
  const { start, end, text, kind, era, eraSource, year, edtf, role, flag } = mention;
  return { start, end, text, kind, era, eraSource, year, edtf, ...known({ role, flag }) };
}

/** A box; null where a damaged file leads to none, since JSON has no infinity. */
function boxJson(box: Block['box']): [number, number, number, number] | null {
  return box?.every(Number.isFinite) ? [...roundBox(box)] : null;
}

/** A length; 0, which stands for unknown, where a damaged file leads to no number. */
function lengthJson(points: number): number {
  return Number.isFinite(points) ? roundPoints(points) : 0;
}

function round3(value: number): number {
  return Math.round(value * 1000) / 1000 + 0;
}

type Known<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** The record without the keys that hold `undefined`, in its order. */
function known<T extends object>(record: T): Known<T> {
  const kept: Known<T> = {};
  for (const key in record) {
    const value = record[key];
    if (isKnown(value)) kept[key] = value;
  }
  return kept;
}

function isKnown<Value>(value: Value): value is Exclude<Value, undefined> {
  return value !== undefined;
}
