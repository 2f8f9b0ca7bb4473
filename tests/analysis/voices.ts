import { readdirSync, readFileSync } from 'node:fs';
import { analyse } from '#lib/analysis/analyse.ts';
import type { Attribution } from '#lib/analysis/analysis.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { articleOf, iranTopic, koreaTopic } from './article-of.ts';
import { TRADE } from './other-topics.ts';

/** A short article with words whose speaker is known. */
export interface Voices {
  title: string;
  body: string;
  topic: Topic;
  said: Said[];
}

/** `speakers` are right answers, `?` among them where no reader could be sure. */
export interface Said {
  speakers: string[];
  words: string;
}

export type Outcome = 'right' | 'unsure' | 'wrong';

const TOPICS: Record<string, Topic> = { iran: iranTopic, trade: TRADE };

/** The articles of a folder: a title, the body, and lines `= Speaker/other spelling: words`. */
export function readVoices(folder: string): Voices[] {
  return readdirSync(folder).flatMap((file) => {
    // Negotiations without a topic file are read with one that knows none of their actors.
    const topic = TOPICS[file.replace(/(?:-.*)?\.txt$/u, '')] ?? koreaTopic;
    const text = readFileSync(`${folder}/${file}`, 'utf8');
    return text.split('\n----\n').map((block) => parseVoices(block, topic));
  });
}

function parseVoices(block: string, topic: Topic): Voices {
  const [title = '', ...lines] = block.trim().split('\n');
  const said = lines.filter((line) => line.startsWith('= ')).map((line) => parseSaid(line));
  const body = lines.filter((line) => !line.startsWith('= ')).join('\n');
  return { title, body: body.trim(), topic, said };
}

function parseSaid(line: string): Said {
  const [, names = '', words = ''] = /^= (.+?): (.+)$/u.exec(line) ?? [];
  return { speakers: names.split('/'), words };
}

/** What the engine makes of somebody's words; "unsure" is a null speaker or words left out. */
export interface Answer extends Said {
  outcome: Outcome;
  speaker: string | null;
  /** Whether the words stand in an attribution at all. */
  isFound: boolean;
}

/** How the engine answers for each of the words. */
export function answersTo({ body, topic, said }: Voices): Answer[] {
  const { attributions } = analyse(articleOf(body), topic);
  return said.map((one) => {
    const found = innermost(attributions, one.words);
    const speaker = found?.speaker ?? null;
    return { ...one, speaker, outcome: outcomeOf(one, speaker), isFound: found !== undefined };
  });
}

function outcomeOf({ speakers }: Said, speaker: string | null): Outcome {
  if (speaker === null) return speakers[0] === '?' ? 'right' : 'unsure';
  return speakers.some((one) => isSame(one, speaker)) ? 'right' : 'wrong';
}

function isSame(one: string, other: string): boolean {
  const plain = (name: string) =>
    name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/^the /u, '');
  return plain(one) === plain(other);
}

/** Of claims within claims, the one with the fewest words. */
function innermost(attributions: Attribution[], words: string): Attribution | undefined {
  const length = ({ content }: Attribution) =>
    content.reduce((sum, { text }) => sum + text.length, 0);
  return attributions
    .filter(({ content }) => content.some(({ text }) => text.includes(words)))
    .sort((a, b) => length(a) - length(b))[0];
}
