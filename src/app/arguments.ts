import { availableParallelism } from 'node:os';
import { Command as Commander, CommanderError, InvalidArgumentError, Option } from 'commander';
import { version } from '../write/provenance.ts';
import type { Command, FilterOptions, ProcessOptions } from './command.ts';
import { parseFormats } from './formats.ts';
import { parsePages } from './page-ranges.ts';

/** Reads a command line. The only file that knows commander. */
export function parseArguments(argv: readonly string[]): Command {
  let command: Command | null = null;
  let stdout = '';
  let stderr = '';
  const program = describe((found) => {
    command = found;
  });
  for (const each of [program, ...program.commands]) {
    each.exitOverride().configureOutput({
      writeOut: (text) => {
        stdout += text;
      },
      writeErr: (text) => {
        stderr += text;
      },
    });
  }
  try {
    program.parse(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { kind: 'print', stdout, stderr, exitCode: error.exitCode === 0 ? 0 : 2 };
  }
  return command ?? { kind: 'print', stdout, stderr, exitCode: 0 };
}

type Found = (command: Command) => void;

function describe(found: Found): Commander {
  const program = new Commander('samut')
    .description(
      'Thai/English PDF books become repaired, segmented, tagged, structured JSON, with proof for every change.',
    )
    .version(version())
    .showHelpAfterError('(samut --help lists what there is)');
  describeProcess(program, found);
  describeFilters(program, found);
  program
    .command('unrepair')
    .argument('<output.json>', 'a document that samut wrote')
    .description('undo the repairs of a document and print what its source claims')
    .action((file: string) => found({ kind: 'unrepair', file }));
  program
    .command('doctor')
    .argument('[output...]', 'documents that samut wrote')
    .description(
      'check documents against the schema and the laws; without any, print the versions of all parts',
    )
    .action((files: string[]) => found({ kind: 'doctor', files }));
  program
    .command('schema')
    .description('print the JSON Schema of the document')
    .action(() => found({ kind: 'schema' }));
  return program;
}

function describeProcess(program: Commander, found: Found): void {
  program
    .command('process')
    .argument(
      '<input...>',
      'PDF or text files, folders, patterns such as "books/**/*.pdf", or - for standard input',
    )
    .description('turn documents into JSON')
    .option('-o, --output <folder>', 'where the results go', 'output')
    .option('--pages <ranges>', 'only these pages, such as 1-5,10', argument(parsePages))
    .addOption(new Option('--password <password>', 'opens encrypted documents').env('SAMUT_PASSWORD'))
    .option(
      '--workers <n>',
      `documents at a time (default: one a core, ${availableParallelism()} here)`,
      positive,
    )
    .option(
      '--format <list>',
      'of json, jsonl, text, md, html, csv',
      argument(parseFormats),
      parseFormats('json'),
    )
    .option('--engine <name>', 'Thai segmenter')
    .option('--name <name>', 'name of the document on standard input', 'stdin')
    .option('--timeout <seconds>', 'give a document up after this long', positive, 900)
    .option('--max-memory <MB>', 'give a document up when it needs more', positive, 2048)
    .option('--strict', 'exit with 5 when a repair is undecided', false)
    .option('--json', 'print a report of the run on standard output', false)
    .option('--quiet', 'print errors only', false)
    .option('--profile', 'print time and memory of each stage', false)
    .addHelpText('after', exitCodes)
    .action((inputs: string[], options: Omit<ProcessOptions, 'inputs' | 'formats' | 'pages'> & Parsed) => {
      const { format, ...rest } = options;
      found({ kind: 'process', options: { ...rest, inputs, formats: format } });
    });
}

/** The options whose text is parsed. */
interface Parsed {
  readonly format: ProcessOptions['formats'];
  readonly pages?: NonNullable<ProcessOptions['pages']>;
}

const exitCodes = `
Exit codes: 0 all done; 1 a document or page failed; 2 wrong usage; 3 pages need OCR and it was off;
5 a repair is undecided (--strict); 8 a password is needed; 130 interrupted.`;

const filters = {
  repair: 'text in, repaired text out',
  segment: 'text in, repaired text out with a separator between the tokens',
  tag: 'text in, a line for each language, entity and year: start, end, kind, text',
  years: 'text in, a line for each year: start, end, kind, era, year, EDTF, text',
} as const;

function describeFilters(program: Commander, found: Found): void {
  for (const stage of ['repair', 'segment', 'tag', 'years'] as const) {
    const filter = program
      .command(stage)
      .description(`filter: ${filters[stage]}`)
      .option('--jsonl', 'a JSON object with "text" a line, in and out', false)
      .option('--join-lines', 'join the lines that a page wrapped', false)
      .option('--engine <name>', 'Thai segmenter')
      .addOption(
        new Option('--separator <text>', 'between tokens').default('|').hideHelp(stage !== 'segment'),
      );
    if (stage !== 'repair') filter.option('--raw', 'take the text as it is, without repair', false);
    filter.action((options: Omit<FilterOptions, 'stage'>) =>
      found({ kind: 'filter', options: { ...options, raw: options.raw ?? false, stage } }),
    );
  }
}

function positive(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) {
    throw new InvalidArgumentError(`Expected a whole number from 1, got ${JSON.stringify(text)}.`);
  }
  return value;
}

/** A parser that throws RangeError, as commander wants it. */
function argument<Value>(parse: (text: string) => Value): (text: string) => Value {
  return (text) => {
    try {
      return parse(text);
    } catch (error) {
      throw error instanceof RangeError ? new InvalidArgumentError(error.message) : error;
    }
  };
}
