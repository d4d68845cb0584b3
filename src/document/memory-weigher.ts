/** Bytes charged for an object, an array or a map besides what it holds. */
const OBJECT_BYTES = 48;
/** Bytes charged for one property, element or number. */
const SLOT_BYTES = 8;
/** Of a longer array this many elements, spread over it, are weighed for all: weighing must cost nothing. */
const SAMPLES = 16;

/**
 * Estimates how many bytes of memory plain data takes. What one weigher has met before weighs nothing
 * the second time: the fonts that all pages of a document share are counted once.
 */
export class MemoryWeigher {
  readonly #met = new WeakSet<object>();

  /** The estimate for `value`, in bytes, without the parts that were weighed before. */
  weigh(value: unknown): number {
    if (typeof value === 'string') return SLOT_BYTES + 2 * value.length;
    if (typeof value !== 'object' || value === null) return SLOT_BYTES;
    if (this.#met.has(value)) return SLOT_BYTES;
    this.#met.add(value);
    if (ArrayBuffer.isView(value)) return OBJECT_BYTES + value.byteLength;
    if (Array.isArray(value)) return OBJECT_BYTES + this.#weighArray(value);
    let bytes = OBJECT_BYTES;
    if (value instanceof Map) {
      for (const [key, item] of value) bytes += this.weigh(key) + this.weigh(item);
      return bytes;
    }
    for (const item of value instanceof Set ? value : Object.values(value)) bytes += this.weigh(item);
    return bytes;
  }

  #weighArray(items: readonly unknown[]): number {
    const step = Math.max(1, items.length / SAMPLES);
    let bytes = 0;
    let weighed = 0;
    for (let at = 0; at < items.length; at += step) {
      bytes += this.weigh(items[Math.floor(at)]);
      weighed++;
    }
    return weighed === 0 ? 0 : Math.round((bytes / weighed) * items.length);
  }
}
