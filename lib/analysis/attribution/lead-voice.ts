import type { Figure } from './cast.ts';
import type { Discourse } from './discourse.ts';
import type { Phrase } from './phrase-core.ts';
import type { Token } from './tokens.ts';
import { isAdverb, isClaimNoun, isDeterminer, isSpeechNoun } from './vocabulary.ts';

/** What somebody makes who speaks, besides statements and claims. */
const MADE = /^(?:case|points?|offer|proposal|appeal|call)$/u;
const MAKE = /^(?:made|makes?|gave|issued|offered|delivered)$/u;
const DESCRIPTION_MAX_TOKENS = 40;

/**
 * "The envoy said …. Ann Lee, the deputy minister, made the remarks in Oslo": the second sentence of a report
 * gives the name of the voice in its lead. Lets the unnamed figure be that person.
 */
export function nameLeadVoice(
  { lastVoice }: Discourse,
  tokens: Token[],
  subject: Phrase | null,
  person: Figure | null,
): void {
  if (!lastVoice || !subject || person?.kind !== 'person') return;
  const isUnnamed = lastVoice.kind === 'unnamed' && !lastVoice.isPlural && !lastVoice.identity;
  if (!isUnnamed || !makesRemarks(tokens, subject.to)) return;
  lastVoice.identity = person;
  for (const noun of lastVoice.nouns) person.nouns.add(noun);
}

/** "[made the remarks]": of the speech told before, so with a definite article. */
function makesRemarks(tokens: Token[], from: number): boolean {
  for (let at = from + 1; at < Math.min(tokens.length, from + DESCRIPTION_MAX_TOKENS); at++) {
    if (!MAKE.test(tokens[at]?.lower ?? '')) continue;
    let noun = at + 1;
    if (!isDeterminer(tokens[noun]) || /^(?:an?|another)$/u.test(tokens[noun]?.lower ?? ''))
      return false;
    noun++;
    while (isAdverb(tokens[noun]) || /^(?:latest|new|same)$/u.test(tokens[noun]?.lower ?? ''))
      noun++;
    const word = tokens[noun]?.lower ?? '';
    return isSpeechNoun(word) || isClaimNoun(word) || MADE.test(word);
  }
  return false;
}
