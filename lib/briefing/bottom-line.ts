import type { Factor } from '#lib/topic/factor.ts';
import type { Verdict } from '#lib/outlook/comparison.ts';
import type { Change, Line } from './briefing.ts';
import { leaningOf, leaningTold, outlookOn } from './leaning.ts';
import type { LineContext } from './line-context.ts';
import { oddsLine } from './odds-line.ts';
import { listOf, say, type Wording } from './wording.ts';

/** Factors named in one list of a sentence; more would bury the point. */
const FACTORS_A_LIST = 3;

/**
 * What a reader with thirty seconds must know: the prospects, which factors turned, the odds. A closed
 * grammar of messages; it names nothing but factors, eras, bands and the articles' own estimative words.
 */
export function bottomLine(context: LineContext): Line[] {
  const noChange =
    context.freshArticles?.length === 0
      ? [{ text: context.wording.bottomLine.noChange, evidence: [] }]
      : [];
  return [...noChange, prospects(context), movement(context), oddsLine(context)];
}

/** The factors with one of the verdicts, without the overall outlook, those that moved most first. */
export function factorsWith(context: LineContext, verdict: Verdict): Factor[] {
  return context.changes
    .filter((change) => change.verdict === verdict && change.factor !== 'outlook')
    .sort((a, b) => shift(context, b.factor) - shift(context, a.factor))
    .map(({ factor }) => factor);
}

function shift({ comparison }: LineContext, factor: Factor): number {
  const then = outlookOn(comparison.then, factor)?.balance ?? 0;
  const now = outlookOn(comparison.now, factor)?.balance ?? 0;
  return Math.abs(now - then);
}

function prospects({ wording, eras, changes, comparison, topic }: LineContext): Line {
  const outlook = changes.find(({ factor }) => factor === 'outlook');
  const thenLeaning = leaningOf(outlookOn(comparison.then, 'outlook'));
  const verdict = outlook?.verdict ?? 'silent';
  const nowLeaning = leaningTold(outlookOn(comparison.now, 'outlook'), verdict);
  const message = verdict === 'mixed' && thenLeaning === nowLeaning ? 'mixedAlike' : verdict;
  const text = say(wording, wording.bottomLine.outlook[message], {
    ...eras,
    topic: topic.title,
    thenLeaning,
    nowLeaning,
  });
  return { text, evidence: outlook ? evidenceOf([outlook]) : [] };
}

function movement(context: LineContext): Line {
  const { wording, eras, changes } = context;
  const better = factorsWith(context, 'improved');
  const worse = factorsWith(context, 'worsened');
  const turned = better.length + worse.length > 0;
  const mixed = turned ? [] : factorsWith(context, 'mixed');
  const phrases = (factors: Factor[]) => phrasesOf(factors, wording);
  const text = say(wording, wording.bottomLine.movement[movementKind(better, worse, mixed)], {
    ...eras,
    better: phrases(better),
    worse: phrases(worse),
    mixed: phrases(mixed),
    prospects: changes.find(({ factor }) => factor === 'outlook')?.verdict ?? 'silent',
  });
  const named = new Set([better, worse, mixed].flatMap((all) => all.slice(0, FACTORS_A_LIST)));
  return { text, evidence: evidenceOf(changes.filter(({ factor }) => named.has(factor))) };
}

/** The first factors by name, and that there are others. */
function phrasesOf(factors: Factor[], wording: Wording): string {
  const named = factors.slice(0, FACTORS_A_LIST).map((factor) => wording.factors[factor].phrase);
  const others = factors.length > named.length ? [wording.bottomLine.others] : [];
  return listOf(wording, [...named, ...others]);
}

function movementKind(
  better: Factor[],
  worse: Factor[],
  mixed: Factor[],
): 'both' | 'better' | 'worse' | 'mixed' | 'none' {
  if (better.length > 0) return worse.length > 0 ? 'both' : 'better';
  if (worse.length > 0) return 'worse';
  return mixed.length > 0 ? 'mixed' : 'none';
}

function evidenceOf(changes: Change[]): Line['evidence'] {
  return changes.flatMap(({ then, now }) => [...then, ...now]).map(({ evidence }) => evidence);
}
