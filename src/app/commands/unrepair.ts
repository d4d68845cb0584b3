import { SamutError } from '../../document/error.ts';
import { undoRepairs } from '../../document/repairs.ts';
import { exitCode } from '../exit-code.ts';
import { print } from '../terminal.ts';
import { readWritten } from '../written.ts';

/**
 * Prints what the source of a document claims, by undoing its repairs; a form feed between pages.
 *
 * @throws SamutError when the file is no sound document.
 */
export async function unrepair(file: string): Promise<number> {
  const { pages, faults } = await readWritten(file);
  const [fault] = faults;
  if (fault !== undefined) {
    const message = `${file} is no sound document (${fault.where}: ${fault.problem}): see samut doctor.`;
    throw new SamutError('not-supported', message);
  }
  for (const [index, { text, repairs }] of pages.entries()) {
    await print(`${index === 0 ? '' : '\f'}${undoRepairs(text, repairs)}\n`);
  }
  return exitCode.done;
}
