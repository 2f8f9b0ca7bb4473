import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readInContext } from '#lib/analysis/context.ts';
import type { Direction } from '#lib/analysis/analysis.ts';
import type { Reading } from '#lib/analysis/reading.ts';
import type { Factor } from '#lib/topic/factor.ts';
import { NORTH_KOREA, topicOf } from '../../analysis/read-golden.ts';

/** A sentence as the rules read it, the one before it, and what an annotator reads in it. */
export interface LabelledReading {
  /** Sentences of one article share it. */
  article: string;
  reading: Reading;
  before: Reading | undefined;
  factors: Factor[];
  /** Null where the sentence says nothing about the talks, or nobody labelled it. */
  direction: Direction | null;
}

interface LabelledSentence {
  topic?: string;
  text: string;
  factors: Factor[];
  direction?: Direction | null;
}

/** Sentences of our own that weights are fitted to; the other files of `golden` only measure. */
const FITTED = [
  '../sentences.json',
  '../neutral-sentences.json',
  '../news-sentences.json',
  './told-anew.json',
];

/** Sentences of our own, each an article of its own. */
export function readFittedSentences(): LabelledReading[] {
  return FITTED.flatMap((name) =>
    (readJson(new URL(name, import.meta.url)) as LabelledSentence[]).flatMap((sentence) =>
      toReadings(sentence.text, [sentence]),
    ),
  );
}

interface GoldArticle {
  sentences: (LabelledSentence & { para?: string; id?: string; start?: number; end?: number })[];
  outlook?: (LabelledSentence & { start: number; end: number })[];
}

/**
 * Labelled articles of a folder, one a file: `{ sentences: [{ text, factors, direction }] }` in the
 * order of the text, or the labels beside the sentences in `outlook`, joined by their offsets.
 */
export function readLabelledArticles(folder: string): LabelledReading[] {
  return jsonFiles(folder).flatMap((file) => {
    const { sentences, outlook } = readJson(file) as GoldArticle;
    if (!outlook) return toReadings(file, sentences);
    const body = sentences.filter(({ para, id }) => (para ?? id ?? '').startsWith('p'));
    return toReadings(
      file,
      body.map(({ text, start = 0, end = 0 }) => {
        const label = outlook.find((each) => each.start < end && each.end > start);
        return { text, factors: label?.factors ?? [], direction: label?.direction ?? null };
      }),
    );
  });
}

function toReadings(article: string, sentences: LabelledSentence[]): LabelledReading[] {
  const topic = sentences[0]?.topic ? topicOf(sentences[0].topic) : NORTH_KOREA;
  let start = 0;
  const drafts = sentences.map(({ text }, paragraph) => {
    const draft = { start, end: start + text.length, text, paragraph };
    start = draft.end + 1;
    return draft;
  });
  const readings = readInContext(drafts, topic);
  return readings.flatMap((reading, at) => {
    const { factors = [], direction = null } = sentences[at] ?? {};
    return { article, reading, before: readings[at - 1], factors, direction };
  });
}

function jsonFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name));
}

function readJson(file: string | URL): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
