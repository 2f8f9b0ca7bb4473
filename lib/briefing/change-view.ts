import type { Era } from '#lib/outlook/comparison.ts';
import type { Change, Citation } from './briefing.ts';
import type { ColumnView, EditionView } from './edition-view.ts';
import { quoteView } from './quote-view.ts';
import { ERAS, type Sides } from './sides.ts';
import { onlySummaries } from './source-views.ts';
import { say } from './wording.ts';

/** A factor with its verdict and both eras beside each other. */
export function changeView(change: Change, sides: Sides): EditionView['changes'][number] {
  const { wording, briefing } = sides;
  const { label, mark } = wording.verdicts[change.verdict];
  return {
    title: wording.factors[change.factor].title,
    mark,
    verdict: say(wording, label, briefing.eras),
    line: change.line.text,
    reason: reasonOf(change, sides),
    columns: ERAS.map((era) => {
      const tally = say(wording, wording.labels.tally, { ...change.tally[era] });
      const none = say(wording, wording.labels.noPassage, { era: briefing.eras[era] });
      return column(era, change[era], change[era].length > 0 ? tally : '', none, sides);
    }),
  };
}

/** An editor's word on the verdict is always marked as theirs. */
function reasonOf({ correction, reason }: Change, { wording }: Sides): string {
  return correction === undefined
    ? (reason ?? '')
    : say(wording, wording.editor.verdict, { because: correction });
}

/** The voices of both eras; none at all where nobody is quoted in either. */
export function voicesView(sides: Sides): ColumnView[] {
  const { voices } = sides.briefing;
  if (voices.then.length + voices.now.length === 0) return [];
  return ERAS.map((era) => column(era, voices[era], '', sides.wording.labels.noVoice, sides));
}

function column(
  era: Era,
  citations: Citation[],
  tally: string,
  none: string,
  { wording, briefing, numbers }: Sides,
): ColumnView {
  return {
    era,
    label: wording.labels[era],
    title: briefing.eras[era],
    tally,
    quotes: citations.map((citation) => {
      const { articleId } = citation.evidence;
      const source = briefing.sources.find((each) => each.articleId === articleId);
      return quoteView(citation, wording, {
        source: numbers.get(articleId) ?? 0,
        language: source?.language ?? 'und',
        markSummary: !onlySummaries(briefing),
      });
    }),
    none,
  };
}
