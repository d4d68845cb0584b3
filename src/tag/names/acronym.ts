const SHAPE = /^[A-Z][A-Za-z0-9]*(?:[-&/.+][A-Za-z0-9]+)*\.?$/;
const ROMAN = /^(?=.)M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;
const THAI_ABBREVIATION = /^(?:[ก-ฮ]{1,3}\.){1,6}[ก-ฮ]{0,3}$/;

/**
 * Whether a Latin word has the shape of an acronym: `ILO`, `UN-ACT`, `SDGs`, `AmCham` but no Roman
 * numeral, no code like `A1`, no capitalised word.
 */
export function isAcronym(word: string): boolean {
  if (word.length < 2 || word.length > 14 || !SHAPE.test(word) || ROMAN.test(word)) return false;
  let capitals = 0;
  let small = 0;
  for (const character of word) {
    if (character >= 'A' && character <= 'Z') capitals++;
    else if (character >= 'a' && character <= 'z') small++;
  }
  return capitals >= 2 && capitals >= small;
}

/** Whether a word is a Thai abbreviation with its full stops: `ก.พ.ร.`, `พม.`. */
export function isThaiAbbreviation(word: string): boolean {
  return word.length <= 16 && THAI_ABBREVIATION.test(word);
}

/** Words that an acronym passes over. */
const SMALL = new Set([
  'of',
  'the',
  'and',
  'for',
  'in',
  'on',
  'to',
  'against',
  'with',
  'a',
  'an',
  'de',
  'by',
]);

/**
 * How well the words of an English name spell an acronym by their initials, 0 to 1: `Coordinated
 * Mekong Ministerial Initiative against Trafficking` spells COMMIT with two letters of its first word.
 * After Schwartz and Hearst (2003), with initials required where they allow any letter.
 */
export function initialsScore(words: readonly string[], acronym: string): number {
  const letters = acronym.toUpperCase().replace(/[^A-Z]/g, '');
  const plural = /[A-Z]s$/.test(acronym) ? letters.slice(0, -1) : letters;
  return Math.max(alignInitials(words, letters), plural === letters ? 0 : alignInitials(words, plural));
}

function alignInitials(words: readonly string[], letters: string): number {
  let at = 0;
  let skipped = 0;
  let lastHit = -1;
  for (let index = 0; index < words.length; index++) {
    const word = (words[index] ?? '').toUpperCase();
    if (at < letters.length && word.startsWith(letters.charAt(at))) {
      at += spelled(word, letters.slice(at), words[index + 1] ?? '');
      lastHit = index;
    } else if (!SMALL.has((words[index] ?? '').toLowerCase())) skipped++;
  }
  const first = (words[0] ?? '').charAt(0).toUpperCase() === letters.charAt(0);
  if (at < letters.length || !first || lastHit < words.length - 1) return 0;
  return 1 - skipped / words.length;
}

/** How many letters of the acronym one word gives: its first, and more while the next word cannot. */
function spelled(word: string, letters: string, next: string): number {
  let count = 1;
  while (
    count < letters.length &&
    word.charAt(count) === letters.charAt(count) &&
    !next.toUpperCase().startsWith(letters.charAt(count))
  ) {
    count++;
  }
  return count;
}
