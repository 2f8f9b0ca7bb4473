import { describe, expect, it } from 'vitest';
import { analyse } from '#lib/analysis/analyse.ts';
import { backgroundOf } from '#lib/outlook/background.ts';
import { articleOf } from '../analysis/article-of.ts';
import { NORTH_KOREA } from '../analysis/read-golden.ts';

function background(text: string, voice: 'narration' | 'direct' = 'narration') {
  const [sentence] = analyse(articleOf(text), NORTH_KOREA).sentences;
  if (!sentence) throw new Error('no sentence');
  return backgroundOf(sentence, voice, NORTH_KOREA);
}

describe('background is', () => {
  it.each([
    ['past event', 'The armistice talks of the Korean War were held in the village.'],
    ['past event', 'The leaders of the two countries met in Singapore in June 2018.'],
    ['past event', 'The first accord of the two sides was signed in 1994.'],
    ['calendar', 'The presidential election is scheduled for November.'],
    ['calendar', 'The ASEAN forum opens in Jakarta on Monday.'],
    ['definition', 'The village lies in the Demilitarized Zone.'],
  ])('%s: %s', (kind, text) => {
    expect(background(text)).toBe(kind);
  });
});

describe('no background is', () => {
  it.each([
    ['an event of an era', 'The leaders of the two countries met in Geneva in March 2025.'],
    ['what lasts until today', 'The talks have been stalled since a meeting in Hanoi in 2019.'],
    ['a year that only says which', 'The envoys called for talks like the summits of 2018.'],
    ['an estimate', 'A summit before the forum opens on Monday is unlikely.'],
    ['a comparison', 'Kim has more leverage than he had in 2018.'],
    ['talks of the parties', 'North Korea and the United States begin a new session on Monday.'],
  ])('%s: %s', (_kind, text) => {
    expect(background(text)).toBeNull();
  });

  it('what somebody says', () => {
    expect(background('The first accord was signed in 1994.', 'direct')).toBeNull();
  });
});
