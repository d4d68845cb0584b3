import { expect, test } from 'vitest';
import { ENGINES, engineNamed } from '../../src/segment/registry.ts';
import { describeSegmenter } from '../conformance/segmenter.ts';

for (const engine of ENGINES) describeSegmenter(engine);

test('an engine is found by its name, and an unknown name says which there are', () => {
  for (const engine of ENGINES) expect(engineNamed(engine.name)).toBe(engine);
  expect(engineNamed()).toBe(ENGINES[0]);
  expect(() => engineNamed('deepcut')).toThrow(
    /no segmentation engine is called deepcut: choose one of .*wordcut/,
  );
});
