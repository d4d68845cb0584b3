/**
 * Draws `fixtures/edge/*.pdf` and `fixtures/truth/edge.json`.
 * With `--tools` it also makes again the files that need qpdf (encrypted) and pdftoppm (scanned): their bytes differ from run to run.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { edgeCases, PLAIN_TEXT } from './fixture/edge-cases.ts';
import { A4, type ImageDraft, makePdf } from './fixture/edge-pdf.ts';

const fixtures = new URL('../fixtures/', import.meta.url);
const edge = (id: string) => fileURLToPath(new URL(`edge/${id}.pdf`, fixtures));

const seedPage = readFileSync(new URL('truth/kpiebook62002-p081.txt', fixtures), 'utf8');
const truth: Record<string, readonly (readonly string[])[]> = {};
for (const { id, pdf, pages } of await edgeCases(seedPage)) {
  writeFileSync(edge(id), pdf);
  truth[id] = pages;
}
for (const id of ['scanned', 'encrypted-user', 'encrypted-owner']) truth[id] = [PLAIN_TEXT];
writeFileSync(new URL('truth/edge.json', fixtures), `${JSON.stringify(truth, null, 1)}\n`);
if (process.argv.includes('--tools')) await useTools();

async function useTools(): Promise<void> {
  const passwords = { user: 'samut', owner: 'samut-owner' };
  execFileSync('qpdf', [
    '--encrypt',
    passwords.user,
    passwords.owner,
    '256',
    '--',
    edge('plain'),
    edge('encrypted-user'),
  ]);
  execFileSync('qpdf', [
    '--encrypt',
    '',
    passwords.owner,
    '128',
    '--use-aes=y',
    '--',
    edge('plain'),
    edge('encrypted-owner'),
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'samut-fixture-'));
  execFileSync('pdftoppm', ['-mono', '-r', '150', '-singlefile', edge('plain'), join(folder, 'scan')]);
  const scan = readBitmap(readFileSync(join(folder, 'scan.pbm')));
  rmSync(folder, { recursive: true });
  const content = `q ${A4[0]} 0 0 ${A4[1]} 0 0 cm /Scan Do Q\n`;
  writeFileSync(edge('scanned'), await makePdf('scanned', () => [{ content, images: { Scan: scan } }]));
}

/** Reads a raw portable bitmap (P4). */
function readBitmap(file: Buffer): ImageDraft {
  const header = /^P4\s+(\d+)\s+(\d+)\s/.exec(file.subarray(0, 64).toString('latin1'));
  if (header === null) throw new Error('not a raw portable bitmap');
  return {
    width: Number(header[1]),
    height: Number(header[2]),
    bits: new Uint8Array(file.subarray(header[0].length)),
  };
}
