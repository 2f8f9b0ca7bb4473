import { annotateSentences } from '#lib/analysis/annotate-sentences.ts';
import type { Band, Sentence } from '#lib/analysis/analysis.ts';
import type { Article } from '#lib/article/article.ts';
import type { Topic } from '#lib/topic/topic.ts';
import type { AnalysedArticle } from './era-articles.ts';

/** A heading inside an article, and the sentence of its text that says otherwise. */
export interface HeadingContradiction {
  articleId: string;
  outlet: string;
  heading: string;
  /** Verbatim. */
  sentence: string;
}

const HEADING_MAX_CHARS = 200;
const HEADINGS_MAX = 20;
const IMPROBABLE: ReadonlySet<Band> = new Set(['unlikely', 'very-unlikely', 'almost-no-chance']);
/** Words that heading and sentence must share for being about one thing, beside the estimate. */
const SHARED_MIN = { ofParties: 1, ofOdds: 3 };
const CONTENT_WORD = /\p{L}{6,}/gu;

/**
 * Headings inside articles that give odds of one thing, where the text gives them of the other party or
 * the other way, and nowhere as the heading does. Only estimates are compared: there it is sure.
 */
export function contradictingHeadings(
  topic: Topic,
  items: AnalysedArticle[],
): HeadingContradiction[] {
  return items.flatMap(({ article, analysis }) => {
    const told = analysis.sentences.flatMap((sentence) => estimateIn(sentence, topic) ?? []);
    if (told.length === 0) return [];
    return headingsOf(article).flatMap((heading) => {
      const stated = estimateOfHeading(heading, topic);
      const sentence = stated && contradicted(stated, told);
      if (!sentence) return [];
      return [{ articleId: article.id, outlet: article.publisher.name, heading, sentence }];
    });
  });
}

function headingsOf({ alternativeHeadline = '', subheadings = [] }: Article): string[] {
  const lines = [...alternativeHeadline.split('\n'), ...subheadings.map(({ text }) => text)];
  return lines
    .map((line) => line.trim())
    .filter(({ length }) => length > 0 && length <= HEADING_MAX_CHARS)
    .slice(0, HEADINGS_MAX);
}

/** An estimate with what it is about. */
interface Estimate {
  text: string;
  word: string;
  isImprobable: boolean;
  /** Party to the talks of whose doing the odds are: the first one named after the estimate. */
  party: string | null;
  factors: Sentence['factors'];
  words: Set<string>;
}

function estimateOfHeading(heading: string, topic: Topic): Estimate | null {
  const draft = { start: 0, end: heading.length, text: heading, paragraph: 0 };
  const [sentence] = annotateSentences([draft], heading, topic);
  return sentence ? estimateIn(sentence, topic) : null;
}

function estimateIn({ text, start, factors, likelihood }: Sentence, topic: Topic): Estimate | null {
  const found = likelihood.find(({ band }) => band !== 'unquantified');
  if (!found) return null;
  const word = found.text.toLowerCase();
  return {
    ...{ text, word, factors },
    isImprobable: IMPROBABLE.has(found.talksBand ?? found.band),
    party: firstParty(text.slice(found.end - start), topic),
    words: new Set((text.toLowerCase().match(CONTENT_WORD) ?? []).filter((each) => each !== word)),
  };
}

function firstParty(text: string, { actors, parties }: Topic): string | null {
  let first: { at: number; party: string } | null = null;
  for (const { id, name, aliases, party = id } of actors)
    for (const each of parties.includes(party) ? [name, ...aliases] : []) {
      const at = text.indexOf(each);
      if (at >= 0 && (first === null || at < first.at)) first = { at, party };
    }
  return first?.party ?? null;
}

/** The sentence that says otherwise; null where none does, or another one bears the heading out. */
function contradicted(heading: Estimate, told: Estimate[]): string | null {
  if (told.some((sentence) => bearsOut(sentence, heading))) return null;
  return told.find((sentence) => saysOtherwise(sentence, heading))?.text ?? null;
}

function bearsOut(sentence: Estimate, heading: Estimate): boolean {
  const sameOdds = sentence.isImprobable === heading.isImprobable;
  return sameOdds && sentence.party === heading.party && shared(sentence, heading) > 0;
}

function saysOtherwise(sentence: Estimate, heading: Estimate): boolean {
  const count = shared(sentence, heading);
  if (sentence.isImprobable !== heading.isImprobable)
    return sentence.party === heading.party && count >= SHARED_MIN.ofOdds;
  const otherParty =
    sentence.party !== null && heading.party !== null && sentence.party !== heading.party;
  const sameFactor = sentence.factors.some((factor) => heading.factors.includes(factor));
  return (
    otherParty && sameFactor && sentence.word === heading.word && count >= SHARED_MIN.ofParties
  );
}

function shared(a: Estimate, b: Estimate): number {
  return [...a.words].filter((word) => b.words.has(word)).length;
}
