import type { Briefing, Change, Line } from '#lib/briefing/briefing.ts';
import type { GatedBriefing } from '#lib/briefing/gate.ts';
import type { Analyst, BottomLineQuestion } from './analyst.ts';
import { ask, type Answer } from './ask.ts';

/** More beside the engine's own would not be read in thirty seconds. */
const ADDED_MAX = 2;

/**
 * Lets an analyst order the bottom line of a briefing and add lines of the comparison to it. Every line
 * is the engine's, word for word, and has passed the gate; none of the engine's own is left out, so a
 * choice cannot hide what speaks against it. An answer that names anything else is not used.
 * @param gated the briefing past the gate
 */
export async function chooseBottomLine(
  gated: GatedBriefing,
  analyst: Analyst,
): Promise<Answer<GatedBriefing>> {
  const { briefing } = gated;
  const own = ownLines(briefing);
  const question = questionOf(briefing, own);
  const answer = await ask(
    (signal) => analyst.chooseLines(question, signal),
    (ids) => choiceFault(ids, question),
  );
  if (!answer.ok) return answer;
  const offered = new Map([...own, ...turnedLines(briefing)]);
  const bottomLine = answer.value.flatMap((id) => offered.get(id) ?? []);
  const isOwn = [...own.keys()].join() === answer.value.join();
  if (isOwn) return { ok: true, value: gated };
  return {
    ok: true,
    value: { ...gated, briefing: { ...briefing, bottomLine, chosenBy: analyst.name } },
  };
}

function ownLines({ bottomLine }: Briefing): Map<string, Line> {
  return new Map(bottomLine.map((line, index) => [`line-${index + 1}`, line]));
}

/** A line for each factor that got better or worse: the others do not name their factor. */
function turnedLines({ changes }: Briefing): Map<string, Line> {
  const isTurned = ({ factor, verdict, correction }: Change) =>
    factor !== 'outlook' &&
    correction === undefined &&
    (verdict === 'improved' || verdict === 'worsened');
  return new Map(changes.filter(isTurned).map(({ factor, line }) => [factor, line]));
}

function questionOf(briefing: Briefing, own: Map<string, Line>): BottomLineQuestion {
  const texts = (lines: Map<string, Line>) => [...lines].map(([id, { text }]) => ({ id, text }));
  return {
    topic: briefing.topicTitle,
    lines: texts(own),
    more: texts(turnedLines(briefing)),
    moreAtMost: ADDED_MAX,
  };
}

function choiceFault(ids: string[], { lines, more }: BottomLineQuestion): string | null {
  const offered = new Set([...lines, ...more].map(({ id }) => id));
  const unknown = ids.find((id) => !offered.has(id));
  if (unknown !== undefined) return `it names the line ${unknown}, which was not offered`;
  if (new Set(ids).size < ids.length) return 'it names a line twice';
  const missing = lines.find(({ id }) => !ids.includes(id));
  if (missing !== undefined) return `it leaves out ${missing.id}`;
  const added = ids.length - lines.length;
  return added > ADDED_MAX ? `it adds ${added} lines` : null;
}
