import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { undoRepairs } from '../../src/document/repairs.ts';
import { repairText } from '../../src/repair/index.ts';
import { readCases } from '../cases.ts';

const tables = readdirSync(new URL('../cases/repair/', import.meta.url)).filter((name) =>
  name.endsWith('.txt'),
);

describe.each(tables)('%s', (table) => {
  const options = { joinLines: table === 'line-join.txt' };
  it.each(readCases(`repair/${table}`))('$title', ({ input, expected }) => {
    const repaired = repairText(input, options);
    expect(repaired.text).toBe(expected);
    expect(undoRepairs(repaired.text, repaired.repairs)).toBe(input);
    expect(repairText(repaired.text, options).text).toBe(expected);
  });
});
