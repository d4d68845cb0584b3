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

/** A model ready for use: for each row of features its labels and their steps, one after the other. */
export interface SparseModel {
  /** Where each row begins in the columns; one more than there are rows. */
  readonly rowStart: Uint32Array;
  readonly label: Uint8Array;
  readonly step: Int8Array;
  readonly transition: Int8Array;
}

/** The model of `encodeModel`, with `rows` features and `labels` labels. */
export function decodeModel(
  bytes: Uint8Array,
  { rows, labels }: { rows: number; labels: number },
): SparseModel {
  const size = labels * labels;
  const transition = Int8Array.from(bytes.subarray(0, size), (byte) => (byte << 24) >> 24);
  const rowStart = new Uint32Array(rows + 1);
  const most = (bytes.length - size) >> 1;
  const label = new Uint8Array(most);
  const step = new Int8Array(most);
  let count = 0;
  let at = 0;
  let row = 0;
  for (let index = size; index < bytes.length; count++) {
    let shift = 0;
    let byte = bytes[index++] ?? 0;
    for (; byte >= 0x80; byte = bytes[index++] ?? 0, shift += 7) at += (byte & 0x7f) << shift;
    at += byte << shift;
    for (const here = Math.floor(at / labels); row < here; ) rowStart[++row] = count;
    label[count] = at % labels;
    step[count] = ((bytes[index++] ?? 0) << 24) >> 24;
  }
  while (row < rows) rowStart[++row] = count;
  return { rowStart, label: label.slice(0, count), step: step.slice(0, count), transition };
}
