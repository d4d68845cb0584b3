import { createRequire } from 'node:module';
import path from 'node:path';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { SamutError } from '../document/error.ts';
import type { OutlineItem } from '../document/flow.ts';
import { type Matrix, matrixOf } from './matrix.ts';
import { readOutline } from './pdfjs-outline.ts';
import { pdfjsRuntime } from './pdfjs-runtime.ts';

/** One glyph of a show-text operator, as pdf.js gives it; the same object for the same code of a font. */
export interface PdfGlyph {
  readonly originalCharCode: number;
  readonly unicode: string;
  /** Advance in thousandths of the font size (Type 3: in glyph space). */
  readonly width: number;
  readonly vmetric: readonly number[] | null;
  /** Whether word spacing applies: a single-byte code 32. */
  readonly isSpace: boolean;
  /** Whether the embedded font program holds it. */
  readonly isInFont: boolean;
}

/** What the text walk needs of a font, and what tells it from others of its name. */
export interface PdfFont {
  /** The name as the PDF gives it, with its subset prefix. */
  readonly name: string;
  readonly composite: boolean;
  /** Advances in thousandths of an em by code (by CID for a composite font), as far as pdf.js knows them. */
  readonly widths: Readonly<Record<number, number>>;
  readonly type3: boolean;
  readonly vertical: boolean;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly fontMatrix: Matrix;
  readonly ascent: number;
  readonly descent: number;
  readonly defaultVMetrics: readonly number[] | null;
}

/** A page's operators and what is needed to place them. */
export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly rotation: number;
  /** From PDF user space to points from the top left of the page as displayed. */
  readonly toDisplay: Matrix;
  readonly operators: readonly number[];
  readonly operands: readonly unknown[];
  readonly font: (id: string) => PdfFont | null;
  /** How many images pdf.js met and left undecoded. */
  readonly images: number;
}

/** An open PDF. */
export interface PdfDocument {
  readonly pageCount: number;
  readonly info: Readonly<Record<string, string>>;
  readonly labels: readonly string[] | null;
  readonly outline: readonly OutlineItem[];
  page(number: number): Promise<PdfPage>;
  close(): Promise<void>;
}

/** How to open one. */
export interface OpenOptions {
  /** The file's name, for messages. */
  readonly name: string;
  readonly password?: string;
}

const packageFolder = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/**
 * Opens a PDF with pdf.js.
 *
 * @throws SamutError `password-needed`, `password-wrong`, `corrupt` or `no-pages`.
 */
export async function openPdf(bytes: Uint8Array, options: OpenOptions): Promise<PdfDocument> {
  const { pdfjs, newWorker } = await pdfjsRuntime();
  const worker = newWorker();
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes), // a copy: pdf.js takes the buffer for itself
    worker,
    ...(options.password === undefined ? {} : { password: options.password }),
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    maxImageSize: 0, // no image is decoded; each one left out is reported as a warning
    disableFontFace: false, // true makes the parser build a path for every glyph
    fontExtraProperties: true,
    useSystemFonts: false,
    useWasm: false,
    cMapUrl: `${packageFolder}/cmaps/`,
    standardFontDataUrl: `${packageFolder}/standard_fonts/`,
    ownerDocument: { fonts: { add() {}, delete() {} } } as never,
  });
  const close = async (): Promise<void> => {
    await task.destroy();
    worker.destroy();
  };
  try {
    const document = (await quietly(() => task.promise)).value;
    if (document.numPages < 1) throw new SamutError('no-pages', `${options.name} has no pages.`);
    return await describe(document, close);
  } catch (error) {
    await close();
    throw failure(error, options);
  }
}

async function describe(document: PDFDocumentProxy, close: () => Promise<void>): Promise<PdfDocument> {
  const metadata = await document.getMetadata().catch(() => null);
  return {
    pageCount: document.numPages,
    info: stringsOf(metadata?.info),
    labels: await document.getPageLabels().catch(() => null),
    outline: await readOutline(document),
    page: async (number) => readPage(await document.getPage(number)),
    close,
  };
}

const infoKeys = ['Title', 'Author', 'Subject', 'Keywords', 'Creator', 'Producer'] as const;

function stringsOf(info: unknown): Record<string, string> {
  const record = (info ?? {}) as Readonly<Record<string, unknown>>;
  const strings: Record<string, string> = {};
  for (const key of infoKeys) {
    const value = record[key];
    if (typeof value === 'string' && value.trim() !== '') strings[key.toLowerCase()] = value.trim();
  }
  return strings;
}

async function readPage(page: PDFPageProxy): Promise<PdfPage> {
  const viewport = page.getViewport({ scale: 1 });
  const { value: list, warnings } = await quietly(() => page.getOperatorList({ annotationMode: 0 }));
  const fonts = new Map<string, PdfFont | null>();
  const font = (id: string): PdfFont | null => {
    let known = fonts.get(id);
    if (known === undefined) {
      known = fontOf(page, id);
      fonts.set(id, known);
    }
    return known;
  };
  page.cleanup();
  return {
    width: viewport.width,
    height: viewport.height,
    rotation: viewport.rotation,
    toDisplay: matrixOf(viewport.transform) ?? [1, 0, 0, -1, 0, viewport.height],
    operators: list.fnArray,
    operands: list.argsArray,
    font,
    images: warnings.filter((warning) => warning.includes('Image exceeded maximum')).length,
  };
}

function fontOf(page: PDFPageProxy, id: string): PdfFont | null {
  if (!page.commonObjs.has(id)) return null;
  const font = page.commonObjs.get(id) as Readonly<Record<string, unknown>>;
  return {
    name: String(font['name'] ?? font['loadedName'] ?? id),
    composite: font['composite'] === true,
    widths: (font['widths'] as Record<number, number> | undefined) ?? {},
    type3: font['isType3Font'] === true,
    vertical: font['vertical'] === true,
    bold: font['bold'] === true || font['black'] === true,
    italic: font['italic'] === true,
    fontMatrix: matrixOf(font['fontMatrix']) ?? [0.001, 0, 0, 0.001, 0, 0],
    ascent: numberOf(font['ascent']),
    descent: numberOf(font['descent']),
    defaultVMetrics: (font['defaultVMetrics'] as readonly number[] | undefined) ?? null,
  };
}

function numberOf(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

let turn: Promise<unknown> = Promise.resolve();

/**
 * Does one thing with pdf.js with its warnings caught instead of printed. pdf.js prints them with
 * `console.warn` and has no other channel, so the calls take turns: each gets its own warnings.
 */
async function quietly<T>(action: () => Promise<T>): Promise<{ value: T; warnings: string[] }> {
  const before = turn;
  const done = Promise.withResolvers<void>();
  turn = done.promise;
  await before;
  const print = console.warn;
  const warnings: string[] = [];
  console.warn = (...values: unknown[]) => void warnings.push(String(values[0]));
  try {
    return { value: await action(), warnings };
  } finally {
    console.warn = print;
    done.resolve();
  }
}

function failure(error: unknown, options: OpenOptions): SamutError {
  if (error instanceof SamutError) return error;
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  if (name === 'PasswordException') {
    return options.password === undefined
      ? new SamutError('password-needed', `${options.name} is encrypted: give its password with --password.`)
      : new SamutError('password-wrong', `${options.name}: the password is wrong.`);
  }
  return new SamutError(
    'corrupt',
    `${options.name} cannot be read as a PDF (${message.replace(/\s+/g, ' ')}): it is damaged or cut short; get it again from its source, or repair it with a PDF tool.`,
    { cause: error },
  );
}
