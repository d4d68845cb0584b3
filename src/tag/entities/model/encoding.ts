/** The types of entities that the model tells apart, as ThaiNER names them. */
export const LABEL_TYPES: readonly string[] = [
  'PERSON',
  'ORGANIZATION',
  'LOCATION',
  'FACILITY',
  'LAW',
  'DATE',
  'TIME',
  'MONEY',
  'PERCENT',
  'LEN',
  'PHONE',
  'URL',
  'EMAIL',
  'ZIP',
  'AGO',
];

/** Labels of a token: none, and the beginning and the inside of each type. */
export const LABELS = 1 + 2 * LABEL_TYPES.length;

/** Steps of the stored weights to a unit. */
export const STEPS = 32;

/** A weight that is not 0: its index in the dense table, and its value in steps. */
export interface SparseWeight {
  readonly at: number;
  readonly step: number;
}

/**
 * A model as bytes: the transitions as int8, then each weight as the distance from the one before
 * (seven bits a byte, the last without the high bit) and an int8.
 */
export function encodeModel(weights: readonly SparseWeight[], transition: Int8Array): Uint8Array {
  const bytes: number[] = [...new Uint8Array(transition.buffer, transition.byteOffset, transition.length)];
  let last = 0;
  for (const { at, step } of weights) {
    let distance = at - last;
    last = at;
    while (distance >= 0x80) {
      bytes.push((distance & 0x7f) | 0x80);
      distance >>>= 7;
    }
    bytes.push(distance, step & 0xff);
  }
  return Uint8Array.from(bytes);
}

/** A model ready for use: dense tables of int8 steps. */
export interface DenseModel {
  readonly weights: Int8Array;
  readonly transition: Int8Array;
}

/** The dense tables of an encoded model with `rows` features and `labels` labels. */
export function decodeModel(
  bytes: Uint8Array,
  { rows, labels }: { rows: number; labels: number },
): DenseModel {
  const size = labels * labels;
  const transition = Int8Array.from(bytes.subarray(0, size), (byte) => (byte << 24) >> 24);
  const weights = new Int8Array(rows * labels);
  let at = 0;
  for (let index = size; index < bytes.length; ) {
    let distance = 0;
    let shift = 0;
    let byte = bytes[index++] ?? 0;
    while (byte >= 0x80) {
      distance |= (byte & 0x7f) << shift;
      shift += 7;
      byte = bytes[index++] ?? 0;
    }
    at += distance | (byte << shift);
    weights[at] = ((bytes[index++] ?? 0) << 24) >> 24;
  }
  return { weights, transition };
}
