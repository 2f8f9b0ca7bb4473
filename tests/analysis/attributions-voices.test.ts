import { describe, expect, it } from 'vitest';
import { answersTo, readVoices } from './voices.ts';

const articles = readVoices('tests/analysis/voices');

describe('the speakers of short articles', () => {
  it.each(articles.map((voices) => [voices.title, voices] as const))(
    'are right or left out: %s',
    (_, voices) => {
      const wrong = answersTo(voices).filter(({ outcome }) => outcome === 'wrong');
      expect(wrong).toEqual([]);
    },
  );
});
