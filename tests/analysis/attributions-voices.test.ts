import { describe, expect, it } from 'vitest';
import { answersTo, readVoices } from './voices.ts';

/** Share of the words whose speaker is found; the rest is left unattributed. */
const FOUND_MIN = 0.92;

const articles = readVoices('tests/analysis/voices');

describe('the speakers of short articles', () => {
  it.each(articles.map((voices) => [voices.title, voices] as const))(
    'are right or left out: %s',
    (_, voices) => {
      const wrong = answersTo(voices).filter(({ outcome }) => outcome === 'wrong');
      expect(wrong).toEqual([]);
    },
  );

  it('are found nearly always', () => {
    const answers = articles.flatMap((voices) => answersTo(voices));
    const right = answers.filter(({ outcome }) => outcome === 'right');
    expect(right.length / answers.length).toBeGreaterThanOrEqual(FOUND_MIN);
  });
});
