import { parseArguments } from './arguments.ts';
import type { Command } from './command.ts';
import { exitCodeOf } from './exit-code.ts';
import { complain, endQuietlyOnBrokenPipe, print } from './terminal.ts';

/**
 * Runs a command line and gives its exit code. Each command is loaded when it is asked for, so that
 * `samut --version` and the errors of usage answer at once.
 */
export async function main(argv: readonly string[]): Promise<number> {
  endQuietlyOnBrokenPipe();
  try {
    return await dispatch(parseArguments(argv));
  } catch (error) {
    complain(error);
    return exitCodeOf(error);
  }
}

async function dispatch(command: Command): Promise<number> {
  switch (command.kind) {
    case 'process':
      return (await import('./commands/process.ts')).processDocuments(command.options);
    case 'filter':
      return (await import('./commands/filter.ts')).filter(command.options);
    case 'schema':
      return (await import('./commands/schema.ts')).schema();
    case 'doctor':
      return (await import('./commands/doctor.ts')).doctor(command.files);
    case 'unrepair':
      return (await import('./commands/unrepair.ts')).unrepair(command.file);
    case 'print':
      await print(command.stdout);
      process.stderr.write(command.stderr);
      return command.exitCode;
  }
}
