import type { Article } from '#lib/article/article.ts';
import { generator } from '../generator.ts';

/** Building blocks of a made-up article: who, does what, with what estimate. */
const SPEAKERS = [
  'A senior U.S. official',
  'Jane Roe, a professor at Example University,',
  'The State Department spokesperson',
  'Kim Jong-un',
  'Donald Trump',
  'Two diplomats in Seoul',
  'The foreign ministry in Pyongyang',
];
const CLAIMS = [
  'the talks are unlikely to resume before the election',
  'both sides could return to the table next month',
  'sanctions relief remains the price for any freeze',
  'a working-level channel through Stockholm stays open',
  'further missile tests would close the door',
  'the two leaders still trust each other',
  'China will probably back a step-by-step deal',
  'nothing short of recognition as a nuclear power will do',
];
const NARRATION = [
  'Envoys met twice in the spring without an agreed agenda.',
  'The drill planned for August went ahead on a smaller scale.',
  'Trade across the river fell by a third in that year.',
  'Officials in Tokyo have asked to be kept informed.',
  'The bridge was repaired in autumn and reopened with a ceremony.',
];

/** What makes each claim a sentence of its own: the same sentence twice would count once. */
const SETTINGS = [
  'with envoys waiting in Geneva',
  'with the border closed',
  'with nobody in charge',
];

/** `count` different articles of about `words` words each, half of them in each era. */
export function syntheticArticles(count: number, words: number): Article[] {
  return Array.from({ length: count }, (_, index) => syntheticArticle(index, words));
}

function syntheticArticle(index: number, words: number): Article {
  const year = index % 2 === 0 ? 2020 : 2025;
  const month = String(1 + (index % 12)).padStart(2, '0');
  const random = generator(index + 1);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const sentences: string[] = [];
  let length = 0;
  while (length < words) {
    const sentence = nextSentence(random(), pick);
    sentences.push(sentence);
    length += sentence.split(' ').length;
  }
  return {
    schemaVersion: 1,
    id: `synthetic-${index}`,
    headline: `Talks, report ${index}`,
    author: [],
    publisher: { name: `Example Outlet ${index % 9}` },
    url: `https://example.com/articles/${index}`,
    inLanguage: 'en',
    datePublished: `${year}-${month}-15`,
    topics: ['us-north-korea'],
    bodyKind: 'full',
    articleBody: inParagraphs(sentences),
  };
}

function nextSentence(dice: number, pick: <T>(from: readonly T[]) => T): string {
  const claim = `${pick(CLAIMS)}, ${pick(SETTINGS)} for ${2 + Math.floor(dice * 1e6)} days`;
  if (dice < 0.3) return pick(NARRATION);
  if (dice < 0.6)
    return `"${claim.charAt(0).toUpperCase()}${claim.slice(1)}," ${pick(SPEAKERS)} said.`;
  if (dice < 0.8) return `${pick(SPEAKERS)} said that ${claim}.`;
  return `${claim.charAt(0).toUpperCase()}${claim.slice(1)}, according to people close to the talks.`;
}

const SENTENCES_A_PARAGRAPH = 3;

function inParagraphs(sentences: string[]): string {
  const paragraphs: string[] = [];
  for (let at = 0; at < sentences.length; at += SENTENCES_A_PARAGRAPH)
    paragraphs.push(sentences.slice(at, at + SENTENCES_A_PARAGRAPH).join(' '));
  return paragraphs.join('\n\n');
}
