import { phraseStartingAt } from './phrases.ts';
import type { Token } from './tokens.ts';
import { isPersonNoun, isSubordinator } from './vocabulary.ts';

const ASK = /^(?:ask(?:s|ed)|press(?:es|ed)|question(?:s|ed)|quizz(?:es|ed))$/u;
const PASSIVE = /^(?:is|are|was|were|been|be|being|when|if)$/u;

/** "Lee [asked Berg] about the gate": whoever speaks next, the asker or the asked, is not sure. */
export function asksSomebody(tokens: Token[]): boolean {
  return tokens.some((token, at) => {
    const before = tokens[at - 1];
    if (token.isQuoted || !ASK.test(token.lower)) return false;
    // "Asked about the gate, Lee": no asker; `"…?" asked Lee`: the asker himself.
    if (before?.kind !== 'word' || PASSIVE.test(before.lower) || isSubordinator(before))
      return false;
    const asked = phraseStartingAt(tokens, at + 1);
    if (!asked || asked.isPlural) return false;
    return asked.kind !== 'role' || isPersonNoun(asked.noun);
  });
}
