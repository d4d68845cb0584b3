/**
 * Classes of Thai code points (U+0E00 to U+0E7F), as bits, after the Unicode Standard 16.0, chapter
 * 16.1, and the input sequence rules of WTT 2.0 (TIS 1566). A mark may be in one class only.
 */
export const ThaiClass = {
  /** ก to ฮ without ฤ ฦ. */
  consonant: 1,
  /** ฤ ฦ: vowels that stand where a consonant may. */
  independentVowel: 2,
  /** เ แ โ ใ ไ, written before their consonant. */
  leadingVowel: 4,
  /** ะ า ำ ๅ, written after. */
  followingVowel: 8,
  /** ั ิ ี ึ ื. */
  upperVowel: 16,
  /** ุ ู. */
  lowerVowel: 32,
  /** ่ ้ ๊ ๋. */
  tone: 64,
  /** ็ (MAITAIKHU). */
  maitaikhu: 128,
  /** ์ (THANTHAKHAT). */
  thanthakhat: 256,
  /** ํ (NIKHAHIT). */
  nikhahit: 512,
  /** ฺ (PHINTHU), in Pali and Sanskrit. */
  phinthu: 1024,
  /** ๎ (YAMAKKAN). */
  yamakkan: 2048,
  /** ๐ to ๙. */
  digit: 4096,
  /** ฯ ๆ. */
  sign: 8192,
  /** ฿ ๏ ๚ ๛. */
  punctuation: 16384,
} as const;

const { tone, maitaikhu, thanthakhat, nikhahit, phinthu, yamakkan } = ThaiClass;
const { consonant, independentVowel, leadingVowel, followingVowel, upperVowel, lowerVowel } = ThaiClass;

/** Every class that takes no room of its own: it stands over or under a letter. */
export const THAI_MARK =
  upperVowel | lowerVowel | tone | maitaikhu | thanthakhat | nikhahit | phinthu | yamakkan;

/** What a mark stands on. */
export const THAI_BASE = consonant | independentVowel;

/** Everything that a word is written with. */
export const THAI_LETTER = THAI_BASE | leadingVowel | followingVowel | THAI_MARK;

const CLASSES = new Uint16Array(128);

function classify(first: number, last: number, bits: number): void {
  CLASSES.fill(bits, first - 0x0e00, last - 0x0e00 + 1);
}

classify(0x0e01, 0x0e2e, consonant);
classify(0x0e24, 0x0e24, independentVowel);
classify(0x0e26, 0x0e26, independentVowel);
classify(0x0e2f, 0x0e2f, ThaiClass.sign);
classify(0x0e30, 0x0e30, followingVowel);
classify(0x0e31, 0x0e31, upperVowel);
classify(0x0e32, 0x0e33, followingVowel);
classify(0x0e34, 0x0e37, upperVowel);
classify(0x0e38, 0x0e39, lowerVowel);
classify(0x0e3a, 0x0e3a, phinthu);
classify(0x0e3f, 0x0e3f, ThaiClass.punctuation);
classify(0x0e40, 0x0e44, leadingVowel);
classify(0x0e45, 0x0e45, followingVowel);
classify(0x0e46, 0x0e46, ThaiClass.sign);
classify(0x0e47, 0x0e47, maitaikhu);
classify(0x0e48, 0x0e4b, tone);
classify(0x0e4c, 0x0e4c, thanthakhat);
classify(0x0e4d, 0x0e4d, nikhahit);
classify(0x0e4e, 0x0e4e, yamakkan);
classify(0x0e4f, 0x0e4f, ThaiClass.punctuation);
classify(0x0e50, 0x0e59, ThaiClass.digit);
classify(0x0e5a, 0x0e5b, ThaiClass.punctuation);

/** The class of a code unit as a bit of {@link ThaiClass}; 0 for what is not Thai. NaN is allowed. */
export function thaiClass(code: number): number {
  return code >= 0x0e00 && code < 0x0e80 ? (CLASSES[code - 0x0e00] ?? 0) : 0;
}

/** Whether a code unit is a Thai mark, which stands over or under a letter. */
export function isThaiMark(code: number): boolean {
  return (thaiClass(code) & THAI_MARK) !== 0;
}

/** Whether a code unit is one that Thai words are written with; digits and ฯ ๆ are none. */
export function isThaiLetter(code: number): boolean {
  return (thaiClass(code) & THAI_LETTER) !== 0;
}

/** Whether a code unit is any assigned Thai character. */
export function isThai(code: number): boolean {
  return thaiClass(code) !== 0;
}

/** SARA AA, U+0E32. */
export const SARA_AA = 0x0e32;
/** SARA AM, U+0E33. */
export const SARA_AM = 0x0e33;
/** NIKHAHIT, U+0E4D. */
export const NIKHAHIT = 0x0e4d;
