import { expect, test } from 'vitest';
import { exitCodeOf, exitCodeOfRun, type RunVerdict } from '../../src/app/exit-code.ts';
import { SamutError } from '../../src/document/error.ts';

const clean: RunVerdict = { failures: [], failedPages: 0, imageOnlyPages: 0, undecided: 0 };

test.each<[Partial<RunVerdict>, number]>([
  [{}, 0],
  [{ failures: ['corrupt'] }, 1],
  [{ failures: ['crashed', 'password-needed'] }, 1],
  [{ failures: ['password-needed', 'password-wrong'], failedPages: 2 }, 8],
  [{ failures: ['usage', 'usage'] }, 2],
  [{ failedPages: 1, undecided: 1, imageOnlyPages: 1 }, 1],
  [{ undecided: 1, imageOnlyPages: 1 }, 5],
  [{ imageOnlyPages: 1 }, 3],
])('%j gives %i', (change, code) => {
  expect(exitCodeOfRun({ ...clean, ...change })).toBe(code);
});

test('what was thrown gives the code of its kind', () => {
  expect(exitCodeOf(new SamutError('usage', ''))).toBe(2);
  expect(exitCodeOf(new SamutError('disk-full', ''))).toBe(1);
  expect(exitCodeOf(new TypeError(''))).toBe(1);
});
