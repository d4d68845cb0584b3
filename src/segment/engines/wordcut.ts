import { createRequire } from 'node:module';
import { keepLegal, type SegmentEngine } from '../engine.ts';

/** A step of wordcut's path: `p` is where the word that ends here begins. */
interface PathInfo {
  readonly p: number | null;
  readonly type: string;
}

/** The arguments of a step at `i`; `boundary` is where an unknown word would begin. */
type Step = [path: PathInfo[], finals: unknown, i: number, boundary: number, text: string];

/** What is used of the package; it comes without types. */
interface Wordcut {
  pathInfoBuilder: { build(...step: Step): PathInfo[] };
  init(): void;
  cutIntoRanges(text: string, noText: boolean): readonly { readonly s: number; readonly e: number }[];
}

/** Runs whose cuts are remembered: wordcut takes about 4 microseconds a letter, and runs recur. */
const REMEMBERED = 8192;

/** The npm package wordcut 0.9.1 (LGPL) over the word lists of libthai. */
export const wordcut: SegmentEngine = {
  name: 'wordcut',
  version: '0.9.1+mended',
  cut(run) {
    const known = remembered.get(run);
    if (known) return known;
    const ranges = load().cutIntoRanges(run, true);
    const ends = keepLegal(
      run,
      Array.from(ranges, ({ e }) => e),
    );
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(run, ends);
    return ends;
  },
};

const remembered = new Map<string, readonly number[]>();
let loaded: Wordcut | undefined;

function load(): Wordcut {
  loaded ??= mend(instantiate());
  return loaded;
}

/** An instance of its own, without the two globals that the package leaks when it reads its lists. */
function instantiate(): Wordcut {
  const shared: Wordcut = createRequire(import.meta.url)('wordcut');
  const instance: Wordcut = Object.create(shared);
  const leaks = ['defaultDict', 'words'].filter((name) => !Object.hasOwn(globalThis, name));
  instance.init();
  for (const name of leaks) Reflect.deleteProperty(globalThis, name);
  return instance;
}

/**
 * Mends the fault by which an unknown letter takes the last letter of the word before it: wordcut
 * remembers the index of that letter as the place where an unknown word begins, one too few.
 */
function mend(instance: Wordcut): Wordcut {
  const build = instance.pathInfoBuilder.build;
  instance.pathInfoBuilder.build = function (...[path, finals, i, boundary, text]: Step) {
    const last = path[boundary + 1];
    const mended = last !== undefined && last.type !== 'UNK' ? boundary + 1 : boundary;
    return build.call(this, path, finals, i, mended, text);
  };
  return instance;
}
