import type { Article } from '#lib/article/article.ts';
import { languageOf } from '#lib/article/language-of.ts';
import type { Fault } from '#lib/fault.ts';

/** Characters at the beginning of a body that tell its language: it is asked of each article at each edition. */
const SAMPLE_CHARS = 2_000;

/** Letters from which a text without the commonest English words is not English: shorter ones may lack them by chance. */
const TELLING_LETTERS_MIN = 600;

/** Of a script shared by several languages only the script is sure. */
const FOUND: Record<string, string> = {
  ko: 'Korean',
  ja: 'Japanese',
  zh: 'Chinese',
  ru: 'Cyrillic script',
  ar: 'Arabic script',
};

/**
 * Why a body cannot be analysed: it is written in a language that the rules do not read, and finding
 * nothing in it would look as if it said nothing. Null where it is English, or too short to tell. The
 * text decides, since pages name their outlet's language rather than their own.
 */
export function languageFault({ id, articleBody }: Article): Fault | null {
  const sample = articleBody.slice(0, SAMPLE_CHARS);
  const language = languageOf(sample);
  if (language === 'en') return null;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (language === 'und' && letters < TELLING_LETTERS_MIN) return null;
  const expected = 'a text in English, the only language that is analysed';
  return {
    source: id,
    field: 'articleBody',
    expected,
    found: FOUND[language] ?? 'another language',
  };
}
