import { describe, expect, it } from 'vitest';
import { languageFault } from '#lib/analysis/language-fault.ts';
import { articleOf } from './article-of.ts';

const foundIn = (body: string) => languageFault(articleOf(body))?.found ?? null;

describe('the language of a body', () => {
  it.each([
    ['Korean', '양측은 다음 달 오슬로에서 다시 만나기로 했다고 대변인이 밝혔다.'],
    ['Arabic script', 'قال الوزير إن الجولة المقبلة من المحادثات ستعقد في أوسلو.'],
    ['Cyrillic script', 'Стороны договорились встретиться в Осло в следующем месяце.'],
    [
      'another language',
      'Die Gesandten trafen sich am Montag und gingen ohne Ergebnis auseinander. '.repeat(12),
    ],
  ])('is named where it is not analysed: %s', (found, body) => {
    expect(foundIn(body)).toBe(found);
  });

  it('is not doubted in an English text with names in another script', () => {
    expect(
      foundIn('The envoy, Ri Chol Su (리철수), said that the talks in Oslo were over.'),
    ).toBeNull();
  });

  it('is not judged by a few words', () => {
    expect(foundIn('Envoys meet.')).toBeNull();
  });

  it('is told from the text, whatever the page says', () => {
    const body = '양측은 다음 달 오슬로에서 다시 만나기로 했다.';
    expect(languageFault(articleOf(body, { inLanguage: 'en' }))).toEqual({
      source: 'article-of-a-test',
      field: 'articleBody',
      expected: 'a text in English, the only language that is analysed',
      found: 'Korean',
    });
  });
});
