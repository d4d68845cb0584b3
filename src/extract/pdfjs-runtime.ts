import nodeModule from 'node:module';
import { LoopbackPort } from './loopback-port.ts';

type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

/** pdf.js and the parser half of it, both in this process. */
export interface PdfjsRuntime {
  readonly pdfjs: Pdfjs;
  /** A parser of its own for one document, over an in-process channel. */
  readonly newWorker: () => InstanceType<Pdfjs['PDFWorker']>;
}

let runtime: Promise<PdfjsRuntime> | null = null;

/** Loads pdf.js once, without its canvas (text needs none, and loading it costs 60 MB and 0.1 s). */
export function pdfjsRuntime(): Promise<PdfjsRuntime> {
  runtime ??= load();
  return runtime;
}

async function load(): Promise<PdfjsRuntime> {
  const restore = withoutCanvas();
  try {
    // pdf.js hands font programs to a FontFace; nothing is drawn here, so nothing needs to come of it.
    provide(
      'FontFace',
      class {
        readonly loaded = Promise.resolve();
      },
    );
    const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
    // @ts-expect-error pdfjs-dist ships no types for its worker bundle
    const parser = (await import('pdfjs-dist/legacy/build/pdf.worker.mjs')) as ParserModule;
    return { pdfjs, newWorker: () => connect(pdfjs, parser) };
  } finally {
    restore();
  }
}

interface ParserModule {
  readonly WorkerMessageHandler: { initializeFromPort(port: LoopbackPort): void };
}

function connect(pdfjs: Pdfjs, parser: ParserModule): InstanceType<Pdfjs['PDFWorker']> {
  const [near, far] = LoopbackPort.pair();
  parser.WorkerMessageHandler.initializeFromPort(far);
  // Warnings are needed: they are how pdf.js tells that it left an image out.
  return new pdfjs.PDFWorker({ port: near as unknown as null, verbosity: pdfjs.VerbosityLevel.WARNINGS });
}

function provide(name: string, value: unknown): void {
  if (!(name in globalThis)) Object.assign(globalThis, { [name]: value });
}

const canvasPackage = '@napi-rs/canvas';
const emptyCanvas = 'exports.DOMMatrix = class {}; exports.Path2D = class {}; exports.ImageData = class {};';

/** Answers pdf.js's request for a canvas with empty classes while it loads; undone by the caller. */
function withoutCanvas(): () => void {
  if (typeof nodeModule.registerHooks !== 'function') return () => {}; // Node 22.13 and 22.14
  const url = 'samut:no-canvas';
  const hooks = nodeModule.registerHooks({
    resolve: (specifier, context, next) =>
      specifier === canvasPackage
        ? { url, format: 'commonjs', shortCircuit: true }
        : next(specifier, context),
    load: (target, context, next) =>
      target === url
        ? { format: 'commonjs', source: emptyCanvas, shortCircuit: true }
        : next(target, context),
  });
  return () => hooks.deregister();
}
