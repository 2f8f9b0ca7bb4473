import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scoreGold } from './score-gold.ts';

describe('labelled articles of others', () => {
  it('are left out in one clear line where no folder of them is named', () => {
    expect(scoreGold({ gold: null, texts: null }, false)).toEqual([
      'labelled articles: none scored; name their folder with --gold FOLDER or PARLEY_GOLD',
    ]);
  });

  it('are left out with the file that is missing where the folder has no scorer', () => {
    expect(scoreGold({ gold: import.meta.dirname, texts: null }, false)).toEqual([
      `labelled articles: none scored, there is no ${join(import.meta.dirname, 'score.mjs')}`,
    ]);
  });
});
