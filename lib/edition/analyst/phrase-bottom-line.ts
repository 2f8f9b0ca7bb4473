import type { Article } from '#lib/article/article.ts';
import type { Briefing, Citation, Line } from '#lib/briefing/briefing.ts';
import { gateBriefing, type GatedBriefing } from '#lib/briefing/gate.ts';
import { wordingFor } from '#lib/briefing/wording.ts';
import type { Evidence } from '#lib/outlook/comparison.ts';
import { evidenceId } from '#lib/outlook/evidence-id.ts';
import type { Analyst, BottomLineQuestion, PhrasedLine } from './analyst.ts';
import { ask, type Answer } from './ask.ts';
import { phraseFault, sharedVocabulary } from './phrase-fault.ts';

const LINES_MAX = 4;

/**
 * Lets an analyst word the bottom line of a briefing anew. Each line must cite passages that the
 * briefing prints, hold only words that they or Parley use, and pass the gate like every other line;
 * where one does not, none is taken.
 * @param written the briefing as the engine wrote it, before the gate
 * @param gated the same past the gate, whose passages the analyst is shown
 */
export async function phraseBottomLine(
  written: Briefing,
  gated: GatedBriefing,
  articles: Article[],
  analyst: Analyst,
): Promise<Answer<GatedBriefing>> {
  const { bottomLine: own, language } = gated.briefing;
  const passages = passagesOf(gated.briefing);
  const question = questionOf(gated.briefing, passages);
  const answer = await ask(
    (signal) => analyst.phraseBottomLine(question, signal),
    (lines) => linesFault(lines, question, language),
  );
  if (!answer.ok) return answer;
  const bottomLine = answer.value.map((line) => toLine(line, own, passages));
  if (bottomLine.every((line) => own.includes(line))) return { ok: true, value: gated };
  const again = gateBriefing({ ...written, bottomLine, phrasedBy: analyst.name }, articles);
  if (again.briefing.bottomLine.length === bottomLine.length) return { ok: true, value: again };
  const dropped = again.dropped.find(({ line }) => bottomLine.some(({ text }) => text === line));
  return { ok: false, reason: dropped?.reason ?? 'a line does not pass the gate' };
}

/** The printed passages by id. */
function passagesOf({ changes, scale }: Briefing): Map<string, Citation> {
  const marks = [scale.then, scale.now].flatMap((mark) => mark?.citations ?? []);
  const printed = [...changes.flatMap(({ then, now }) => [...then, ...now]), ...marks];
  return new Map(printed.map((citation) => [evidenceId(citation.evidence), citation]));
}

function questionOf(
  { topicTitle, bottomLine }: Briefing,
  passages: Map<string, Citation>,
): BottomLineQuestion {
  return {
    topic: topicTitle,
    lines: bottomLine.map(({ text, evidence }) => ({ text, evidence: evidence.map(evidenceId) })),
    passages: [...passages].map(([id, { evidence, speaker }]) => ({
      id,
      words: evidence.text,
      speaker,
    })),
  };
}

function linesFault(
  lines: PhrasedLine[],
  question: BottomLineQuestion,
  language: string,
): string | null {
  if (lines.length === 0 || lines.length > LINES_MAX) return `it gives ${lines.length} lines`;
  const vocabulary = sharedVocabulary(question.lines, wordingFor(language));
  const words = new Map(question.passages.map(({ id, words: said }) => [id, said]));
  for (const { text, evidence } of lines) {
    if (question.lines.some((own) => own.text === text)) continue;
    const unknown = evidence.find((id) => !words.has(id));
    if (unknown !== undefined) return `it names the passage ${unknown}, which was not given`;
    if (evidence.length === 0) return 'a line cites no passage';
    const cited = evidence.map((id) => words.get(id) ?? '');
    const fault = phraseFault(text, cited, vocabulary);
    if (fault !== null) return fault;
  }
  return null;
}

/** A line of the engine's own keeps the evidence that the engine gave it. */
function toLine(
  { text, evidence }: PhrasedLine,
  own: Line[],
  passages: Map<string, Citation>,
): Line {
  const standing = own.find((line) => line.text === text);
  const cited = (id: string): Evidence[] => {
    const citation = passages.get(id);
    return citation === undefined ? [] : [citation.evidence];
  };
  return standing ?? { text, evidence: evidence.flatMap(cited) };
}
