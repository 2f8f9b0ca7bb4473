import type { Comparison, Era, FactorComparison, Finding } from '#lib/outlook/comparison.ts';
import { evidenceId } from '#lib/outlook/evidence-id.ts';
import type { Topic } from '#lib/topic/topic.ts';
import type { Analyst, RankQuestion } from './analyst.ts';
import { ask, type Answer } from './ask.ts';

const ERAS: Era[] = ['then', 'now'];

/**
 * Lets an analyst order the evidence that was chosen for a reader, factor by factor and era by era.
 * Nothing comes in or goes out, and verdicts rest on all that was found, so a bad order costs little.
 */
export async function rankEvidence(
  comparison: Comparison,
  topic: Topic,
  analyst: Analyst,
): Promise<Answer<Comparison>> {
  const questions = comparison.factors.flatMap((each) =>
    ERAS.flatMap((era) => questionOn(each, era, topic)),
  );
  if (questions.length === 0) return { ok: true, value: comparison };
  const answer = await ask(
    (signal) => analyst.rank(questions, signal),
    (ranks) => rankFault(ranks, questions),
  );
  if (!answer.ok) return answer;
  const factors = comparison.factors.map((each) => ({
    ...each,
    then: inOrder(each.then, answer.value[nameOf(each, 'then')]),
    now: inOrder(each.now, answer.value[nameOf(each, 'now')]),
  }));
  return { ok: true, value: { ...comparison, factors } };
}

const nameOf = ({ factor }: FactorComparison, era: Era) => `${factor}/${era}`;

/** One passage is in order by itself. */
function questionOn(each: FactorComparison, era: Era, { eras }: Topic): RankQuestion[] {
  const { factor, [era]: findings } = each;
  if (findings.length < 2) return [];
  const passages = findings.map(({ evidence, speaker }) => ({
    id: evidenceId(evidence),
    words: evidence.text,
    speaker,
  }));
  return [{ id: nameOf(each, era), factor, era: eras[era].label, passages }];
}

function rankFault(ranks: Record<string, string[]>, questions: RankQuestion[]): string | null {
  for (const [name, ids] of Object.entries(ranks)) {
    const question = questions.find(({ id }) => id === name);
    if (question === undefined) return `it ranks ${name}, which was not asked`;
    const given = new Set(question.passages.map(({ id }) => id));
    const unknown = ids.find((id) => !given.has(id));
    if (unknown !== undefined) return `it names the passage ${unknown}, which was not given`;
    if (new Set(ids).size < ids.length) return `it names a passage of ${name} twice`;
  }
  return null;
}

function inOrder(findings: Finding[], ids: string[] = []): Finding[] {
  const place = ({ evidence }: Finding) => {
    const at = ids.indexOf(evidenceId(evidence));
    return at < 0 ? ids.length : at;
  };
  return [...findings].sort((a, b) => place(a) - place(b));
}
