import type { Comparison, Era } from '#lib/outlook/comparison.ts';
import type { Topic } from '#lib/topic/topic.ts';
import type { Change, ScaleMark, Source } from './briefing.ts';
import type { Wording } from './wording.ts';

/** What the lines of a briefing are written from. */
export interface LineContext {
  topic: Topic;
  wording: Wording;
  eras: Record<Era, string>;
  comparison: Comparison;
  changes: Change[];
  scale: Record<Era, ScaleMark | null>;
  sources: Source[];
  freshArticles: string[] | null;
}
