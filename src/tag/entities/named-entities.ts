import type { Entity } from '../../document/page.ts';
import { headAt } from '../names/vocabulary.ts';
import type { TagInput, TagRule } from '../rule.ts';
import { LABEL_TYPES } from './model/encoding.ts';
import { wordKnowledge } from './model/lists.ts';
import { taggedSpans } from './model/model.ts';
import { tokenFacts } from './model/token-facts.ts';

/** What the model's labels are called here. Dates and times are read by the rules for years. */
const TYPES: Readonly<Record<string, string>> = {
  PERSON: 'person',
  ORGANIZATION: 'organisation',
  LOCATION: 'place',
  FACILITY: 'facility',
  LAW: 'law',
  MONEY: 'money',
  PERCENT: 'percent',
  LEN: 'measure',
  PHONE: 'phone',
  URL: 'url',
  EMAIL: 'email',
};

/** Below this confidence a span is kept back. */
const MIN_CONFIDENCE = 0.6;

/** Tokens that the model sees at once: a longer text is cut at line ends, or here. */
const LONGEST = 4000;

/** Persons, organisations, places and quantities in running text, found by a conditional random field. */
export const namedEntities: TagRule = {
  name: 'named-entities',
  find(page) {
    return { entities: [...found(page)] };
  },
};

function* found({ tokens }: TagInput): Generator<Entity> {
  const facts = tokenFacts(tokens, wordKnowledge());
  let offset = 0;
  for (const [from, to] of pieces(tokens)) {
    const starts = [offset];
    for (let token = from; token < to; token++)
      starts.push((starts.at(-1) ?? 0) + (tokens[token]?.length ?? 0));
    for (const { first, last, type, confidence } of taggedSpans(facts, from, to)) {
      const known = TYPES[LABEL_TYPES[type] ?? ''];
      if (known === undefined || confidence < MIN_CONFIDENCE) continue;
      const text = tokens.slice(from + first, from + last + 1).join('');
      const start = starts[first] ?? 0;
      if (known === 'organisation' && isPhrase(text)) continue;
      yield {
        start,
        end: start + text.length,
        type: known,
        text,
        rule: 'model',
        confidence: Math.round(confidence * 100) / 100,
      };
    }
    offset = starts.at(-1) ?? offset;
  }
}

/** "ความมั่นคงของมนุษย์": with a function word inside, only a name that opens with a head word is one. */
function isPhrase(text: string): boolean {
  return /ของ|และ|เพื่อ/.test(text) && headAt(text, 0) === null;
}

/** Blocks stand on lines of their own, and no entity reaches over their ends. */
function* pieces(tokens: readonly string[]): Generator<readonly [from: number, to: number]> {
  let from = 0;
  for (let token = 0; token < tokens.length; token++) {
    if (tokens[token]?.includes('\n') !== true && token - from < LONGEST) continue;
    yield [from, token + 1];
    from = token + 1;
  }
  if (from < tokens.length) yield [from, tokens.length];
}
