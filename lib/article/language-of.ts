const SCRIPTS: readonly [string, RegExp][] = [
  ['ko', /[\uAC00-\uD7A3]/g],
  ['ja', /[\u3040-\u30FF]/g],
  ['zh', /[\u4E00-\u9FFF]/g],
  ['ru', /[\u0400-\u04FF]/g],
  ['ar', /[\u0600-\u06FF]/g],
];

const SCRIPT_MIN_SHARE = 0.2;
const ENGLISH_MIN_SHARE = 0.08;

/** The language of a text as far as script and the commonest English words tell it (BCP 47), else "und". */
export function languageOf(text: string): string {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  for (const [language, script] of SCRIPTS)
    if ((text.match(script)?.length ?? 0) > letters * SCRIPT_MIN_SHARE) return language;
  const words = text.match(/\p{L}+/gu)?.length ?? 0;
  const english = text.match(/\b(?:the|of|and|to|in|that|is|was|for|it)\b/gi)?.length ?? 0;
  return english > words * ENGLISH_MIN_SHARE ? 'en' : 'und';
}
