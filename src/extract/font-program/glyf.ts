import type { ByteReader } from './byte-reader.ts';
import type { Contour } from './font-program.ts';
import type { FontTables } from './sfnt.ts';

const maxDepth = 6;
const maxPoints = 4096;

type Transform = readonly [a: number, b: number, c: number, d: number, e: number, f: number];
const upright: Transform = [1, 0, 0, 1, 0, 0];

/** The outline of a glyph of a TrueType program, composites put together; null where it cannot be read. */
export function readOutline(tables: FontTables, glyph: number): Contour[] | null {
  const contours: number[][] = [];
  return addGlyph(tables, { glyph, transform: upright, depth: 0 }, contours) ? contours : null;
}

interface Placed {
  readonly glyph: number;
  readonly transform: Transform;
  readonly depth: number;
}

function addGlyph(tables: FontTables, placed: Placed, contours: number[][]): boolean {
  const data = glyphData(tables, placed.glyph);
  if (data === null || placed.depth > maxDepth) return false;
  if (data.length < 10) return true;
  const count = data.i16(0);
  if (count < 0) return addComposite(tables, { data, placed }, contours);
  return addSimple(data, { count, transform: placed.transform }, contours);
}

function glyphData(tables: FontTables, glyph: number): ByteReader | null {
  const loca = tables.get('loca');
  const glyf = tables.get('glyf');
  if (!loca || !glyf) return null;
  const long = (tables.get('head')?.i16(50) ?? 0) !== 0;
  if ((glyph + 2) * (long ? 4 : 2) > loca.length) return null;
  const start = long ? loca.u32(4 * glyph) : 2 * loca.u16(2 * glyph);
  const end = long ? loca.u32(4 * glyph + 4) : 2 * loca.u16(2 * glyph + 2);
  return end > glyf.length || end < start ? null : glyf.part(start, end - start);
}

function addSimple(
  data: ByteReader,
  { count, transform }: { count: number; transform: Transform },
  contours: number[][],
): boolean {
  const ends = Array.from({ length: count }, (_, i) => data.u16(10 + 2 * i));
  const points = (ends.at(-1) ?? -1) + 1;
  if (points > maxPoints) return false;
  let at = 10 + 2 * count;
  at += 2 + data.u16(at);
  const flags: number[] = [];
  while (flags.length < points && at < data.length) {
    const flag = data.u8(at++);
    flags.push(flag);
    if ((flag & 8) !== 0) for (let n = data.u8(at++); n > 0 && flags.length < points; n--) flags.push(flag);
  }
  const xs = coordinates(data, { at, flags, short: 2, same: 16 });
  const ys = coordinates(data, { at: xs.at, flags, short: 4, same: 32 });
  let first = 0;
  for (const end of ends) {
    const contour: Point[] = [];
    for (let i = first; i <= end; i++) {
      contour.push({ x: xs.values[i] ?? 0, y: ys.values[i] ?? 0, on: ((flags[i] ?? 0) & 1) !== 0 });
    }
    first = end + 1;
    if (contour.length > 1) contours.push(flatten(contour, transform));
  }
  return true;
}

interface Coordinates {
  readonly at: number;
  readonly flags: readonly number[];
  readonly short: number;
  readonly same: number;
}

function coordinates(
  data: ByteReader,
  { at: start, flags, short, same }: Coordinates,
): { at: number; values: number[] } {
  let at = start;
  let value = 0;
  const values = flags.map((flag) => {
    if ((flag & short) !== 0) {
      const step = data.u8(at++);
      value += (flag & same) !== 0 ? step : -step;
    } else if ((flag & same) === 0) {
      value += data.i16(at);
      at += 2;
    }
    return value;
  });
  return { at, values };
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly on: boolean;
}

/** Pieces to a curve: glyphs are compared on a coarse grid, which asks for no more. */
const curveSteps = 4;

/** The quadratic curves of a contour as straight pieces. */
function flatten(points: readonly Point[], [a, b, c, d, e, f]: Transform): number[] {
  const full: Point[] = [];
  for (const [i, point] of points.entries()) {
    const before = points.at(i - 1) ?? point;
    if (!point.on && !before.on)
      full.push({ x: (point.x + before.x) / 2, y: (point.y + before.y) / 2, on: true });
    full.push(point);
  }
  const start = full.findIndex((point) => point.on);
  const line: number[] = [];
  const add = (x: number, y: number) => line.push(a * x + c * y + e, b * x + d * y + f);
  for (let i = 0; i < full.length; i++) {
    const point = full[(start + i) % full.length];
    if (!point) continue;
    if (point.on) {
      add(point.x, point.y);
      continue;
    }
    const from = full[(start + i - 1 + full.length) % full.length] ?? point;
    const to = full[(start + i + 1) % full.length] ?? point;
    for (let step = 1; step < curveSteps; step++) {
      const t = step / curveSteps;
      const u = 1 - t;
      add(
        u * u * from.x + 2 * u * t * point.x + t * t * to.x,
        u * u * from.y + 2 * u * t * point.y + t * t * to.y,
      );
    }
  }
  return line;
}

const WORDS = 1;
const OFFSETS = 2;
const SCALE = 8;
const MORE = 32;
const TWO_SCALES = 64;
const MATRIX = 128;

function addComposite(
  tables: FontTables,
  { data, placed }: { data: ByteReader; placed: Placed },
  contours: number[][],
): boolean {
  let at = 10;
  let flags = MORE;
  for (let part = 0; (flags & MORE) !== 0 && part < 32 && at + 4 <= data.length; part++) {
    flags = data.u16(at);
    const glyph = data.u16(at + 2);
    at += 4;
    const wide = (flags & WORDS) !== 0;
    const dx = wide ? data.i16(at) : (data.u8(at) << 24) >> 24;
    const dy = wide ? data.i16(at + 2) : (data.u8(at + 1) << 24) >> 24;
    at += wide ? 4 : 2;
    const scale = readScale(data, at, flags);
    at += scale.size;
    const own: Transform = [
      ...scale.matrix,
      (flags & OFFSETS) === 0 ? 0 : dx,
      (flags & OFFSETS) === 0 ? 0 : dy,
    ];
    const depth = placed.depth + 1;
    if (!addGlyph(tables, { glyph, transform: compose(placed.transform, own), depth }, contours))
      return false;
  }
  return true;
}

function readScale(
  data: ByteReader,
  at: number,
  flags: number,
): { matrix: [number, number, number, number]; size: number } {
  const value = (offset: number) => data.i16(at + offset) / 16_384;
  if ((flags & SCALE) !== 0) return { matrix: [value(0), 0, 0, value(0)], size: 2 };
  if ((flags & TWO_SCALES) !== 0) return { matrix: [value(0), 0, 0, value(2)], size: 4 };
  if ((flags & MATRIX) !== 0) return { matrix: [value(0), value(2), value(4), value(6)], size: 8 };
  return { matrix: [1, 0, 0, 1], size: 0 };
}

function compose(outer: Transform, inner: Transform): Transform {
  return [
    outer[0] * inner[0] + outer[2] * inner[1],
    outer[1] * inner[0] + outer[3] * inner[1],
    outer[0] * inner[2] + outer[2] * inner[3],
    outer[1] * inner[2] + outer[3] * inner[3],
    outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
    outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
  ];
}
