import type { Topic } from '#lib/topic/topic.ts';
import { staysOnAxis } from './axis.ts';
import { addScore } from './factors.ts';
import { readSentence, type Reading } from './reading.ts';

/** What the sentence before adds to the score of its first factor. */
const POINTING_BACK_SCORE = 1;
/** A sentence whose words hint at less says nothing by itself. */
const SPEAKS_MIN = 0.75;
/** A sentence that says nothing by itself takes over the factor of the one before it in the paragraph. */
const SILENT_SCORE = 1.5;
/** The side negotiation is a matter of third parties. */
const SIDE_SCORE = 2.5;

/** Sentences read in the light of the ones before them: side negotiations go on, pointing words resolve. */
export function readInContext(drafts: Reading['draft'][], topic: Topic): Reading[] {
  const done: Reading[] = [];
  for (const draft of drafts) {
    const previous = done.at(-1);
    done.push(withAxis(withPrevious(readSentence(draft, topic), previous), previous, topic));
  }
  return done;
}

function withPrevious(reading: Reading, previous: Reading | undefined): Reading {
  const factor = previous?.scores[0]?.factor;
  if (!previous || !factor || reading.definesAWord) return reading;
  const paragraphs = reading.draft.paragraph - previous.draft.paragraph;
  if (paragraphs > 1 || (paragraphs === 1 && !reading.pointsBack)) return reading;
  if ((reading.scores[0]?.score ?? 0) < SPEAKS_MIN)
    return {
      ...reading,
      pointsBack: true,
      scores: addScore(reading.scores, factor, SILENT_SCORE, 'context/silent'),
    };
  if (!reading.pointsBack) return reading;
  const scores = addScore(reading.scores, factor, POINTING_BACK_SCORE, 'context/points-back');
  return { ...reading, scores };
}

function withAxis(reading: Reading, previous: Reading | undefined, topic: Topic): Reading {
  const before = previous?.axis ?? null;
  const isNear = previous !== undefined && reading.draft.paragraph - previous.draft.paragraph <= 1;
  const goesOn = before !== null && isNear && staysOnAxis(reading.words, topic, before);
  const axis = reading.axis ?? (goesOn ? before : null);
  if (axis === null) return reading;
  const scores = addScore(reading.scores, 'partners', SIDE_SCORE, 'partners/side-negotiation');
  return { ...reading, axis, scores };
}
