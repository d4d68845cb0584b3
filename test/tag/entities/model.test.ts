import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentText } from '../../../src/segment/index.ts';
import { decodeModel, encodeModel } from '../../../src/tag/entities/model/encoding.ts';
import { labelSpans } from '../../../src/tag/entities/model/spans.ts';
import { bestLabels } from '../../../src/tag/entities/model/viterbi.ts';
import { resolveEntities } from '../../../src/tag/entities/resolve.ts';
import { tagText } from '../../../src/tag/index.ts';

describe('the encoding of the model', () => {
  const weight = fc.record({ at: fc.nat(2 ** 12 - 1), step: fc.integer({ min: -127, max: 127 }) });
  const weights = fc.uniqueArray(weight, { selector: ({ at }) => at });
  const transitions = fc.int8Array({ minLength: 4, maxLength: 4 });

  it('gives back every weight in its row', () => {
    fc.assert(
      fc.property(weights, transitions, (unsorted, transition) => {
        const sorted = unsorted.sort((a, b) => a.at - b.at);
        const model = decodeModel(encodeModel(sorted, transition), { rows: 2 ** 11, labels: 2 });
        const back: { at: number; step: number }[] = [];
        for (let row = 0; row < 2 ** 11; row++) {
          for (let at = model.rowStart[row]!; at < model.rowStart[row + 1]!; at++) {
            back.push({ at: row * 2 + model.label[at]!, step: model.step[at]! });
          }
        }
        expect(model.transition).toEqual(transition);
        expect(back).toEqual(sorted);
      }),
    );
  });
});

describe('bestLabels', () => {
  it('is the best of all sequences', () => {
    const score = fc.float({ min: -4, max: 4, noNaN: true });
    const scores = (length: number) => fc.array(score, { minLength: length, maxLength: length });
    fc.assert(
      fc.property(scores(12), scores(9), (emission, transition) => {
        const value = (path: readonly number[]): number =>
          path.reduce(
            (sum, label, at) =>
              sum + emission[at * 3 + label]! + (at > 0 ? transition[path[at - 1]! * 3 + label]! : 0),
            0,
          );
        const paths = Array.from({ length: 81 }, (_, code) =>
          [0, 1, 2, 3].map((at) => Math.floor(code / 3 ** at) % 3),
        );
        const lattice = {
          labels: 3,
          emission: Float32Array.from(emission),
          transition: Float32Array.from(transition),
        };
        const best = Math.max(...paths.map(value));
        expect(value([...bestLabels(lattice, 4)])).toBeCloseTo(best, 3);
      }),
    );
  });
});

describe('labelSpans', () => {
  it('parts two entities of one type, and joins what goes on', () => {
    expect(labelSpans(Uint8Array.from([0, 1, 2, 1, 3, 4, 0, 4]))).toEqual([
      { first: 1, last: 2, type: 0 },
      { first: 3, last: 3, type: 0 },
      { first: 4, last: 5, type: 1 },
      { first: 7, last: 7, type: 1 },
    ]);
  });
});

describe('the tagger', () => {
  const named = (text: string) =>
    tagText(text, segmentText(text))
      .entities.filter((entity) => entity.rule === 'model')
      .map((entity) => [entity.type, entity.text]);

  it('finds names that no bracket explains and no title announces', () => {
    expect(named('กระทรวงสาธารณสุขร่วมกับมหาวิทยาลัยมหิดลจัดงานที่จังหวัดเชียงใหม่')).toEqual([
      ['organisation', 'กระทรวงสาธารณสุข'],
      ['organisation', 'มหาวิทยาลัยมหิดล'],
      ['place', 'จังหวัดเชียงใหม่'],
    ]);
  });

  it('finds nothing where there is nothing', () => {
    expect(named('ความมั่นคงของมนุษย์ต้องจัดการในทุกระดับ')).toEqual([]);
    expect(named('')).toEqual([]);
  });
});

describe('resolveEntities', () => {
  const entity = (rule: string, type: string, { start = 0, end = 0, id = '' }) => ({
    ...{ start, end, type, rule, text: 'x'.repeat(end - start), confidence: 0.9 },
    ...(id === '' ? {} : { id }),
  });

  it('believes the names of the document before the model, and that before the gazetteer', () => {
    const name = entity('name-pair', 'organisation', { start: 0, end: 10, id: 'organisation:a' });
    const model = entity('model', 'person', { start: 5, end: 12 });
    const place = entity('gazetteer', 'place', { start: 20, end: 25, id: 'place:b' });
    const same = entity('model', 'place', { start: 20, end: 25 });
    expect(resolveEntities([place, model, same, name], 30)).toEqual([name, { ...same, id: 'place:b' }]);
  });
});
