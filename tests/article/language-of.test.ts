import { describe, expect, it } from 'vitest';
import { languageOf } from '#lib/article/language-of.ts';

describe('languageOf', () => {
  it.each([
    ['en', 'The envoys met in Oslo and agreed to meet again in the spring.'],
    ['ko', '북미 양측은 오슬로에서 만나 봄에 다시 만나기로 합의했다. (NK News)'],
    ['ja', '両国の代表はオスロで会い、春に再び会うことで合意した。'],
    ['und', 'Die Gesandten trafen sich am Montag und gingen wieder auseinander.'],
  ])('says %s', (language, text) => {
    expect(languageOf(text)).toBe(language);
  });
});
