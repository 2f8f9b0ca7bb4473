import { readFileSync } from 'node:fs';
import type { Direction, Likelihood, Sentence } from '#lib/analysis/analysis.ts';
import type { Factor } from '#lib/topic/factor.ts';
import { annotateSentences } from '#lib/analysis/annotate-sentences.ts';
import { parseTopic } from '#lib/topic/parse-topic.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { IRAN, TRADE } from './other-topics.ts';

/** A sentence of our own with what an annotator reads in it. */
export interface GoldenSentence {
  topic: string;
  text: string;
  factors: Factor[];
  direction: Direction | null;
  likelihood?: Pick<Likelihood, 'text' | 'band' | 'talksBand'>[];
  comparesEras?: true;
  axis?: string;
}

/** The topic as shipped, read through the parser. */
export const NORTH_KOREA: Topic = shippedTopic();

const TOPICS = new Map([NORTH_KOREA, IRAN, TRADE].map((topic) => [topic.id, topic]));

export function topicOf(id: string): Topic {
  const topic = TOPICS.get(id);
  if (!topic) throw new Error(`no topic ${id} among the tests' topics`);
  return topic;
}

export function readGolden(): GoldenSentence[] {
  return readJson('../golden/sentences.json') as GoldenSentence[];
}

/** Sentences that state facts or leave matters open, beside others: the hard ones for direction. */
export function readNeutralGolden(): GoldenSentence[] {
  return readJson('../golden/neutral-sentences.json') as GoldenSentence[];
}

/** One sentence, annotated as the only one of its article. */
export function annotate(text: string, topic: Topic = NORTH_KOREA): Sentence {
  const [sentence] = annotateAll([text], topic);
  if (!sentence) throw new Error('one sentence in, one sentence out');
  return sentence;
}

/** Sentences of one paragraph, parted by a space. */
export function annotateAll(texts: string[], topic: Topic = NORTH_KOREA): Sentence[] {
  let start = 0;
  const drafts = texts.map((text) => {
    const draft = { start, end: start + text.length, text, paragraph: 0 };
    start = draft.end + 1;
    return draft;
  });
  return annotateSentences(drafts, texts.join(' '), topic);
}

function shippedTopic(): Topic {
  const source = '../../lib/topic/topics/us-north-korea.json';
  const parsed = parseTopic(readJson(source), source);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.value;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
}
