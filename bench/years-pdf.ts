import { existsSync, readFileSync } from 'node:fs';
import { annotate } from '../src/pipeline.ts';
import { tagYears } from '../src/tag/index.ts';

const folder = new URL('../../shared/pdfs/', import.meta.url);
const truth = new URL('../test/quality/years-pdf.tsv', import.meta.url);
/** The pages of a long list that the truth covers; all pages of the others. */
const PAGES: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  'gazette-constituency.pdf': [
    [1, 3],
    [87, 87],
  ],
};

/** Precision and recall of years on real PDFs, from their bytes, against the truth in `test/quality/`. */
export async function benchYearsPdf(): Promise<void> {
  console.log('\nYears and dates in real PDFs (page, text and EDTF)');
  if (!existsSync(folder)) {
    console.log('  (../shared/pdfs is missing: nothing to measure)');
    return;
  }
  const wanted = readTruth();
  let right = 0;
  let extra = 0;
  let missed = 0;
  for (const [name, mentions] of wanted) {
    const found = await mentionsOf(name);
    for (const [key, count] of mentions) {
      const hits = Math.min(count, found.get(key) ?? 0);
      right += hits;
      missed += count - hits;
    }
    for (const [key, count] of found) extra += Math.max(0, count - (mentions.get(key) ?? 0));
  }
  const precision = (right / (right + extra)).toFixed(4);
  const recall = (right / (right + missed)).toFixed(4);
  console.log(`  ${right} right, ${extra} extra, ${missed} missed: precision ${precision}, recall ${recall}`);
}

function readTruth(): Map<string, Map<string, number>> {
  const files = new Map<string, Map<string, number>>();
  for (const line of readFileSync(truth, 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [file = '', page = '', text = '', , , , edtf = ''] = line.split('\t');
    const mentions = files.get(file) ?? new Map<string, number>();
    add(mentions, `${page} ${text} ${edtf}`);
    files.set(file, mentions);
  }
  return files;
}

async function mentionsOf(name: string): Promise<Map<string, number>> {
  const bytes = new Uint8Array(readFileSync(new URL(name, folder)));
  const pages = PAGES[name];
  const found = new Map<string, number>();
  const flow = await annotate({ name, bytes }, pages === undefined ? {} : { pages });
  for await (const page of flow.pages) {
    for (const year of tagYears(page.text)) {
      add(found, `${page.number} ${year.text.replace(/\s+/gu, ' ')} ${year.edtf ?? '-'}`);
    }
  }
  return found;
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
