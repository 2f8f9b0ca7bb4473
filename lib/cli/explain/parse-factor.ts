import { InvalidArgumentError } from 'commander';
import { wordingFor, wordingLanguages } from '#lib/briefing/wording.ts';
import { FACTORS, type Factor } from '#lib/topic/factor.ts';

/**
 * Parses a factor: its id ("domestic"), or its name as the mails of any language print it ("Politics at
 * home"), whatever the case.
 */
export function parseFactor(text: string): Factor {
  const wanted = text.trim().toLowerCase();
  const factor = FACTORS.find((each) => namesOf(each).includes(wanted));
  if (factor === undefined)
    throw new InvalidArgumentError(`The factors are: ${FACTORS.join(', ')}.`);
  return factor;
}

function namesOf(factor: Factor): string[] {
  const titles = wordingLanguages().map((language) => wordingFor(language).factors[factor].title);
  return [factor, ...titles].map((name) => name.toLowerCase());
}
