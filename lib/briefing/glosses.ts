import type { Finding } from '#lib/outlook/comparison.ts';
import type { Citation } from './briefing.ts';

/** More brackets than these would hide the words that they explain. */
const GLOSSES_MAX = 2;

/**
 * What a passage's pronouns and descriptions mean, where the analysis is sure and the passage itself
 * does not tell: no name stands before them, and they are not the speaker, who is told beside it.
 */
export function glossesOf(finding: Finding, piece: Citation['evidence']): Citation['glosses'] {
  const glosses = finding.references
    .filter(({ start, end }) => start >= piece.start && end <= piece.end)
    .filter(({ start, name }) => {
      const before = piece.text.slice(0, start - piece.start);
      return name !== finding.speaker && !namesAlready(before, name);
    })
    .map(({ text, name }) => ({ words: text.toLowerCase(), name }));
  return withoutDoubles(glosses).slice(0, GLOSSES_MAX);
}

/** Whether a text holds one of the names of a person, or the name of a body. */
function namesAlready(text: string, name: string): boolean {
  return name.split(' ').some((part) => /^\p{Lu}[\p{L}-]{2,}/u.test(part) && text.includes(part));
}

function withoutDoubles(glosses: Citation['glosses']): Citation['glosses'] {
  return glosses.filter(
    ({ words, name }, index) =>
      glosses.findIndex((other) => other.words === words && other.name === name) === index,
  );
}
