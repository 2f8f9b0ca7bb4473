import type { Article } from '#lib/article/article.ts';
import type { Comparison, Era } from '#lib/outlook/comparison.ts';
import type { HeadingContradiction } from '#lib/outlook/heading-contradictions.ts';
import { eraOf } from '#lib/topic/era.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { bottomLine } from './bottom-line.ts';
import type { Briefing, EditorNote } from './briefing.ts';
import { buildChanges } from './build-changes.ts';
import { caveats } from './caveats.ts';
import { chooseVoices } from './choose-voices.ts';
import { listSources } from './list-sources.ts';
import { scaleMark, unquantifiedWords } from './scale-mark.ts';
import { preheaderLine, subjectLine } from './subject-line.ts';
import { eraInWords, wordingFor } from './wording.ts';

export interface BriefingInput {
  topic: Topic;
  /** The scheduled local date, ISO. */
  slot: string;
  comparison: Comparison;
  /** The articles compared; others of the topic do no harm. */
  articles: Article[];
  /** Ids of the articles in the last edition, or null where there was none. */
  previousArticleIds: string[] | null;
  /** Sub-headings that say otherwise than their article's text. */
  headings?: HeadingContradiction[];
  /** What an editor adds, and how many passages they left out. */
  editor?: { notes: EditorNote[]; leftOut: number };
}

/**
 * Writes the briefing of a comparison: what changed with the passages of both eras, voices, odds, gaps,
 * sources, and above them the lines that sum it up. It says nothing that has not passed the gate yet:
 * call `gateBriefing` before rendering.
 */
export function buildBriefing(input: BriefingInput): Briefing {
  const { topic, slot, comparison, headings = [], editor = { notes: [], leftOut: 0 } } = input;
  const wording = wordingFor(topic.language);
  const { then, now } = topic.eras;
  const eras = { then: eraInWords(wording, then.label), now: eraInWords(wording, now.label) };
  const freshArticles = freshIds(input);
  const sources = listSources(topic, input.articles, freshArticles);
  const cite = { topic, articles: new Map(input.articles.map((article) => [article.id, article])) };
  const changes = buildChanges({ ...cite, comparison, wording, eras });
  const voices = {
    then: chooseVoices(comparison.then, changes, cite),
    now: chooseVoices(comparison.now, changes, cite),
  };
  const scale = { then: scaleMark(comparison.then, cite), now: scaleMark(comparison.now, cite) };
  const lines = { topic, wording, eras, comparison, changes, scale, sources, freshArticles };
  return {
    topicId: topic.id,
    topicTitle: topic.title,
    language: topic.language,
    slot,
    eras,
    subject: subjectLine(lines),
    preheader: preheaderLine(lines),
    bottomLine: bottomLine(lines),
    editorNotes: editor.notes,
    scale,
    unquantified: {
      then: unquantifiedWords(comparison.then),
      now: unquantifiedWords(comparison.now),
    },
    changes,
    voices,
    freshArticles,
    silent: silentFactors(comparison),
    caveats: caveats({
      ...{ wording, eras, sources, changes, voices, headings },
      leftOut: editor.leftOut,
    }),
    sources,
  };
}

/** Null for a first edition, in which everything is new and so nothing is. */
function freshIds(input: BriefingInput): string[] | null {
  const { topic, articles, previousArticleIds: previous } = input;
  if (previous === null) return null;
  return articles
    .filter(
      ({ id, datePublished }) => eraOf(topic, datePublished) !== null && !previous.includes(id),
    )
    .map(({ id }) => id);
}

function silentFactors({ factors, silent }: Comparison): Briefing['silent'] {
  const oneEra = factors.flatMap(({ factor, verdict }): Briefing['silent'] => {
    const eras: Era[] = verdict === 'new' ? ['then'] : verdict === 'gone' ? ['now'] : [];
    return eras.length > 0 ? [{ factor, eras }] : [];
  });
  const bothEras = silent.map((factor) => ({ factor, eras: ['then', 'now'] as Era[] }));
  return [...bothEras, ...oneEra];
}
