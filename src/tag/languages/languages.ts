import type { LanguageSpan } from '../../document/page.ts';
import { latinLanguage, RELIABLE_LETTERS } from '../franc.ts';
import type { TagRule } from '../rule.ts';
import { paliSpans } from './pali.ts';
import { type Script, type ScriptRun, scriptRuns } from './script.ts';

/** The language that a script stands for where it stands for one; the others are `und`. */
const BY_SCRIPT: Partial<Record<Script, string>> = {
  thai: 'tha',
  lao: 'lao',
  khmer: 'khm',
  myanmar: 'mya',
  han: 'zho',
  kana: 'jpn',
  hangul: 'kor',
  arabic: 'und',
  devanagari: 'und',
  cyrillic: 'und',
  greek: 'ell',
};

/** How many characters of a Latin run franc sees: more does not change its mind. */
const FRANC_WINDOW = 600;

/**
 * Languages by span: the script decides, and franc is asked only which language a long run of Latin
 * script is in. Short runs take the language of the document's long ones, English where there are none.
 */
export const languages: TagRule = {
  name: 'languages',
  learn(page, knowledge) {
    for (const run of scriptRuns(page.text)) {
      const language = longLatin(page.text, run);
      if (language !== null) knowledge.latinLetters.add(language, run.letters);
    }
  },
  find(page, knowledge) {
    const inherited = knowledge.latinLetters.most() ?? 'eng';
    const spans: LanguageSpan[] = [];
    for (const run of scriptRuns(page.text)) {
      if (run.script === 'latin') {
        push(spans, { start: run.start, end: run.end, language: longLatin(page.text, run) ?? inherited });
      } else if (run.script === 'thai') {
        for (const span of thaiSpans(page.text, run)) push(spans, span);
      } else {
        push(spans, { start: run.start, end: run.end, language: BY_SCRIPT[run.script] ?? 'und' });
      }
    }
    return { languages: japanese(spans) };
  },
};

function longLatin(text: string, run: ScriptRun): string | null {
  if (run.script !== 'latin' || run.letters < RELIABLE_LETTERS) return null;
  return latinLanguage(text.slice(run.start, Math.min(run.end, run.start + FRANC_WINDOW)));
}

function* thaiSpans(text: string, run: ScriptRun): Generator<LanguageSpan> {
  let at = run.start;
  for (const span of paliSpans(text, run.start, run.end)) {
    yield* thaiBetween(text, at, span.start);
    yield span;
    at = span.end;
  }
  yield* thaiBetween(text, at, run.end);
}

/** The Thai letters of a part, without the spaces and punctuation around them. */
function* thaiBetween(text: string, start: number, end: number): Generator<LanguageSpan> {
  const runs = scriptRuns(text.slice(start, end));
  const first = runs[0];
  const last = runs.at(-1);
  if (first === undefined || last === undefined) return;
  yield { start: start + first.start, end: start + last.end, language: 'tha' };
}

function push(spans: LanguageSpan[], span: LanguageSpan): void {
  const last = spans.at(-1);
  if (last === undefined || last.language !== span.language) spans.push(span);
  else spans[spans.length - 1] = { ...last, end: span.end };
}

/** Han beside kana is Japanese. */
function japanese(spans: readonly LanguageSpan[]): LanguageSpan[] {
  const out: LanguageSpan[] = [];
  spans.forEach((span, index) => {
    const beside = spans[index - 1]?.language === 'jpn' || spans[index + 1]?.language === 'jpn';
    push(out, span.language === 'zho' && beside ? { ...span, language: 'jpn' } : span);
  });
  return out;
}
