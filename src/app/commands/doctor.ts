import { brokenLaws } from '../../document/laws.ts';
import { engineVersions, version } from '../../write/provenance.ts';
import { exitCode } from '../exit-code.ts';
import { complain, print, printable } from '../terminal.ts';
import { type Fault, readWritten } from '../written.ts';

/** Faults of one document that are told; the rest are counted. */
const told = 20;

/** Checks written documents, or without any tells the versions of all parts; gives the exit code. */
export async function doctor(files: readonly string[]): Promise<number> {
  if (files.length === 0) {
    await print(versionLines().join(''));
    return exitCode.done;
  }
  let code: number = exitCode.done;
  for (const file of files) {
    if (!(await isSound(file))) code = exitCode.failed;
  }
  return code;
}

async function isSound(file: string): Promise<boolean> {
  try {
    const { pages, faults } = await readWritten(file);
    const all: Fault[] = [...faults];
    for (const page of pages) {
      for (const problem of brokenLaws(page)) all.push({ where: `page ${page.number}`, problem });
    }
    await print(verdict(file, pages.length, all));
    return all.length === 0;
  } catch (error) {
    complain(error);
    return false;
  }
}

function verdict(file: string, pages: number, faults: readonly Fault[]): string {
  if (faults.length === 0) return `${printable(file)}: sound, ${pages} pages\n`;
  const lines = faults.slice(0, told).map(({ where, problem }) => `  ${printable(`${where}: ${problem}`)}\n`);
  if (faults.length > told) lines.push(`  and ${faults.length - told} more\n`);
  return `${printable(file)}: ${faults.length} faults\n${lines.join('')}`;
}

function versionLines(): string[] {
  const { node, icu, unicode, v8 } = process.versions;
  const versions = { samut: version(), node, icu, unicode, v8, ...engineVersions() };
  return Object.entries(versions).map(([name, number]) => `${name.padEnd(12)} ${number ?? 'missing'}\n`);
}
