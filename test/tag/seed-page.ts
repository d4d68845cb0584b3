import { existsSync, readFileSync } from 'node:fs';

const file = new URL('../../../shared/seed/kpiebook62002-p081.txt', import.meta.url);

/** Whether the shared seed page is there; tests that need it say so in their name. */
export const hasSeedPage = existsSync(file);

/**
 * The seed page as the repair stage gives it, as far as these tests need: split SARA AM mended, wrapped
 * lines joined to one line a block, Thai with nothing between and Latin with a space.
 */
export function seedPage(): string {
  const broken = readFileSync(file, 'utf8');
  const mended = broken.replace(/([ก-ฮ][่้๊๋]?) ([่้๊๋]?)า/g, '$1$2ำ');
  const blocks: string[] = [];
  for (const line of mended.split('\n')) {
    const last = blocks.at(-1);
    const opens = last === undefined || /^(?:- |\[|P\. |Page |COMMIT กลาย|สาธารณะ)/.test(line);
    if (opens) blocks.push(line);
    else
      blocks[blocks.length - 1] =
        last + (/[A-Za-z)]$/.test(last) || /^[A-Za-z(]|^ค\.ศ/.test(line) ? ' ' : '') + line;
  }
  return blocks.join('\n');
}
