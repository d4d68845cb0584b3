import type { Diagnostic } from '../document/diagnostic.ts';
import type { Flow, SourceFacts } from '../document/flow.ts';
import type { FontFacts } from '../document/font.ts';
import type { ActualText, ExtractedPage } from '../document/page.ts';
import { PageStore } from '../document/page-store.ts';
import { findBlocks } from './blocks.ts';
import { BodySize, isCover } from './body-size.ts';
import type { ClaimedText } from './claimed-text.ts';
import { DivisionLevels } from './division.ts';
import { FontEvidence } from './font-evidence.ts';
import { FontTable } from './font-table.ts';
import { maxGlyphs } from './glyph-walk.ts';
import { outlineHeadings } from './outline-headings.ts';
import { PageActualText } from './page-actual-text.ts';
import { PageFurniture } from './page-furniture.ts';
import { type PageRanges, selectPages } from './page-ranges.ts';
import { readPageText } from './page-text.ts';
import { openPdf, type PdfDocument } from './pdfjs.ts';
import { proveFonts } from './prove-fonts.ts';

/** A page as the first pass leaves it for the second. */
interface RawPage {
  readonly number: number;
  readonly label: string | null;
  readonly width: number;
  readonly height: number;
  readonly rotation: number;
  readonly claimed: ClaimedText;
  readonly actualText: readonly ActualText[];
  readonly images: number;
  /** Why the page could not be read, or null. */
  readonly failure: string | null;
}

/** How to read a PDF. */
export interface PdfOptions {
  readonly facts: Omit<SourceFacts, 'pageCount' | 'info' | 'outline'>;
  readonly pages?: PageRanges;
  readonly password?: string;
}

/**
 * Opens a PDF and gives its pages. They are read twice: a first pass extracts every page and learns what
 * only the whole document shows (font evidence, page furniture, the size of the running text); the second
 * gives each page with what was learnt.
 */
export async function readPdf(bytes: Uint8Array, options: PdfOptions): Promise<Flow<ExtractedPage>> {
  const { facts, password } = options;
  const document = await openPdf(bytes, {
    name: facts.name,
    ...(password === undefined ? {} : { password }),
  });
  try {
    const numbers = selectPages(options.pages, { name: facts.name, pageCount: document.pageCount });
    const { pageCount, info, outline } = document;
    return {
      source: { ...facts, pageCount, info, outline },
      pages: pagesOf({ document, bytes, password }, numbers),
      diagnostics: [],
    };
  } catch (error) {
    await document.close();
    throw error;
  }
}

/** A PDF that is open, with its bytes for what pdf.js does not tell. */
interface OpenSource {
  readonly document: PdfDocument;
  readonly bytes: Uint8Array;
  readonly password: string | undefined;
}

async function* pagesOf(
  { document, bytes, password }: OpenSource,
  numbers: readonly number[],
): AsyncGenerator<ExtractedPage> {
  const store = new PageStore<RawPage>();
  const learnt = {
    fonts: new FontTable(),
    evidence: new FontEvidence(),
    furniture: new PageFurniture(),
    size: new BodySize(),
    divisions: new DivisionLevels(),
  };
  try {
    const actualText = new PageActualText(bytes, password);
    for (const number of numbers) {
      learnt.fonts.page = number;
      const page = await readRaw({ document, actualText }, number, learnt.fonts);
      learnt.evidence.learn(page.claimed.text, page.claimed.glyphs);
      learnt.furniture.learn({ ...page, ...page.claimed });
      learnt.size.learn(page.claimed.lines);
      learnt.divisions.learn(page.claimed);
      await store.append(page);
    }
    await document.close();
    const fonts = await proveFonts({ bytes, password }, { ...learnt, pages: store });
    const headings = outlineHeadings(document.outline);
    let mayHaveTitle = true;
    for await (const raw of store) {
      yield finish(raw, {
        fonts,
        furniture: learnt.furniture,
        bodySize: learnt.size.value,
        divisions: learnt.divisions,
        mayHaveTitle,
        outline: headings.get(raw.number) ?? new Map(),
      });
      mayHaveTitle &&= raw.claimed.text === '';
    }
  } finally {
    await document.close();
    await store.close();
  }
}

async function readRaw(
  { document, actualText }: { document: PdfDocument; actualText: PageActualText },
  number: number,
  fonts: FontTable,
): Promise<RawPage> {
  const label = document.labels?.[number - 1] ?? null;
  try {
    const page = await document.page(number);
    const { width, height, rotation, images } = page;
    const claimed = readPageText(page, fonts);
    return {
      number,
      label,
      width,
      height,
      rotation,
      images,
      claimed: { ...claimed, marked: [] },
      actualText: await actualText.spansOf(number, claimed),
      failure: null,
    };
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    return {
      number,
      label,
      width: 0,
      height: 0,
      rotation: 0,
      images: 0,
      claimed: nothing(),
      actualText: [],
      failure,
    };
  }
}

function nothing(): ClaimedText {
  const none = new Uint32Array(0);
  const glyphs = {
    count: 0,
    code: none,
    font: new Uint16Array(0),
    advance: new Float32Array(0),
    box: new Float32Array(0),
    start: none,
    end: none,
    flags: new Uint8Array(0),
  };
  return { text: '', lines: [], tables: [], glyphs, trimmed: 0, marked: [] };
}

interface Learnt {
  readonly fonts: readonly FontFacts[];
  readonly furniture: PageFurniture;
  readonly bodySize: number;
  readonly divisions: DivisionLevels;
  readonly mayHaveTitle: boolean;
  readonly outline: ReadonlyMap<string, number>;
}

function finish(raw: RawPage, learnt: Learnt): ExtractedPage {
  const { claimed, actualText, images, failure, ...frame } = raw;
  const roles = learnt.furniture.rolesOf({ ...frame, ...claimed }, learnt);
  const blocks = findBlocks({
    ...frame,
    ...claimed,
    ...learnt,
    roles,
    isCover: learnt.mayHaveTitle && isCover(claimed.lines, learnt.bodySize),
  });
  const folio = [...roles.values()].find((role) => role.folio !== null)?.folio ?? null;
  return {
    ...frame,
    folio,
    origin: 'text-layer',
    status: failure !== null ? 'failed' : claimed.text === '' ? 'empty' : 'clean',
    text: claimed.text,
    lines: claimed.lines.map(({ start, end, box }) => ({ start, end, box })),
    blocks,
    glyphs: claimed.glyphs,
    fonts: learnt.fonts,
    ...(actualText.length === 0 ? {} : { actualText }),
    diagnostics: [...diagnose(raw)],
  };
}

function* diagnose({ number, claimed, images, failure }: RawPage): Generator<Diagnostic> {
  if (failure !== null) {
    yield { rule: 'page-failed', severity: 'error', message: `Page ${number} could not be read: ${failure}` };
  } else if (claimed.text === '' && images > 0) {
    const message = `Page ${number} is an image without text: it needs OCR.`;
    yield { rule: 'image-only', severity: 'warning', message };
  }
  if (claimed.glyphs.count >= maxGlyphs) {
    const message = `Page ${number} draws more than ${maxGlyphs} glyphs: the rest of it was left out.`;
    yield { rule: 'too-many-glyphs', severity: 'error', message };
  }
  if (claimed.trimmed > 0) {
    const message = `${claimed.trimmed} space glyphs at the ends of lines are layout and not in the text.`;
    yield { rule: 'line-end-space', severity: 'info', message };
  }
}
