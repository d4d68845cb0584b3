import { describe, expect, it } from 'vitest';
import { readFolio } from '../../src/extract/folio.ts';
import { readNumbering } from '../../src/extract/numbering.ts';
import { readCases } from '../cases.ts';

describe('a line that is a page number', () => {
  it.each(readCases('extract/folio.txt'))('$title: $input', ({ input, expected }) => {
    const folio = readFolio(input);
    expect(folio ? `${folio.text} ${folio.value}` : 'none').toBe(expected);
  });
});

describe('the numbering that a block begins with', () => {
  it.each(readCases('extract/numbering.txt'))('$title: $input', ({ input, expected }) => {
    const numbering = readNumbering(input);
    expect(numbering ? `${numbering.kind} ${numbering.level}` : 'none').toBe(expected);
  });
});
