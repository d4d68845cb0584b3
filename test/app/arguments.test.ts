import { expect, test } from 'vitest';
import { parseArguments } from '../../src/app/arguments.ts';

test('process takes its options, with defaults', () => {
  expect(parseArguments(['process', 'a.pdf', 'b'])).toEqual({
    kind: 'process',
    options: {
      inputs: ['a.pdf', 'b'],
      output: 'output',
      formats: ['json'],
      name: 'stdin',
      timeout: 900,
      maxMemory: 2048,
      strict: false,
      json: false,
      quiet: false,
      profile: false,
    },
  });
  const line =
    'process - -o out --pages 3,1-2 --password x --workers 4 --format text,json --engine intl --name b.pdf';
  expect(
    parseArguments(`${line} --timeout 5 --max-memory 100 --strict --json --quiet --profile`.split(' ')),
  ).toEqual({
    kind: 'process',
    options: {
      inputs: ['-'],
      output: 'out',
      pages: [[1, 3]],
      password: 'x',
      workers: 4,
      formats: ['text', 'json'],
      engine: 'intl',
      name: 'b.pdf',
      timeout: 5,
      maxMemory: 100,
      strict: true,
      json: true,
      quiet: true,
      profile: true,
    },
  });
});

test('the filters, doctor, unrepair and schema', () => {
  const options = { jsonl: false, raw: false, joinLines: false, separator: '|' };
  expect(parseArguments(['repair'])).toEqual({ kind: 'filter', options: { ...options, stage: 'repair' } });
  expect(parseArguments(['years', '--jsonl', '--raw'])).toEqual({
    kind: 'filter',
    options: { ...options, stage: 'years', jsonl: true, raw: true },
  });
  expect(parseArguments(['doctor', 'a', 'b'])).toEqual({ kind: 'doctor', files: ['a', 'b'] });
  expect(parseArguments(['unrepair', 'a'])).toEqual({ kind: 'unrepair', file: 'a' });
  expect(parseArguments(['schema'])).toEqual({ kind: 'schema' });
});

test.each([
  [['process'], "missing required argument 'input'"],
  [['process', 'a', '--workers', '0'], 'Expected a whole number from 1, got "0".'],
  [['process', 'a', '--pages', '5-1'], 'Expected pages from 1 such as 1-5,10, got "5-1".'],
  [['process', 'a', '--format', 'docx'], 'Expected formats of json, jsonl, text, md, html, csv, got "docx".'],
  [['process', 'a', '--froth'], "unknown option '--froth'"],
  [['proces', 'a'], "unknown command 'proces'"],
  [['repair', '--raw'], "unknown option '--raw'"],
  [['unrepair'], "missing required argument 'output.json'"],
])('%j is wrong usage', (argv, message) => {
  const command = parseArguments(argv);
  expect(command).toMatchObject({
    kind: 'print',
    exitCode: 2,
    stdout: '',
    stderr: expect.stringContaining(message),
  });
  expect(command).toMatchObject({ stderr: expect.stringContaining('samut --help') });
});

test('help goes to standard output and tells the exit codes', () => {
  expect(parseArguments(['process', '--help'])).toMatchObject({
    kind: 'print',
    exitCode: 0,
    stderr: '',
    stdout: expect.stringContaining('Exit codes: 0 all done; 1 a document or page failed'),
  });
});

test('no command at all is wrong usage, with the help on standard error', () => {
  expect(parseArguments([])).toMatchObject({
    kind: 'print',
    exitCode: 2,
    stdout: '',
    stderr: expect.stringContaining('process'),
  });
});
