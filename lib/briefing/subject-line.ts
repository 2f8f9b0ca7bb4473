import type { Factor } from '#lib/topic/factor.ts';
import type { Verdict } from '#lib/outlook/comparison.ts';
import type { Line, ScaleMark } from './briefing.ts';
import { factorsWith } from './bottom-line.ts';
import { outlookOn } from './leaning.ts';
import type { LineContext } from './line-context.ts';
import { agree, bandInWords, oddsLine } from './odds-line.ts';
import { sentenceCase } from './sentence-case.ts';
import { choiceOf, listOf, say, type Wording } from './wording.ts';

/** What a list of mails shows of a subject on a desktop; a phone shows some forty. */
export const SUBJECT_MAX_CHARS = 68;

/** The edition's own news as a subject: the most telling form that is short enough. */
export function subjectLine(context: LineContext): Line {
  const { wording, topic, freshArticles, changes } = context;
  const news = [2, 1].flatMap((most) => newsOf(context, most)).sort(byLength);
  const stale = freshArticles?.length === 0;
  const told = stale
    ? news.map((text) => say(wording, wording.subject.nothingNew, { news: text }))
    : news;
  const titled = told.map((text) =>
    say(wording, wording.subject.titled, { title: topic.title, news: text }),
  );
  const subjects = [...titled, ...told.map(sentenceCase)];
  const text =
    subjects.find(({ length }) => length <= SUBJECT_MAX_CHARS) ??
    fallbackSubject(context, topic.title);
  const evidence = changes
    .filter(({ verdict }) => verdict !== 'gone')
    .flatMap(({ then, now }) => [...then, ...now].map((citation) => citation.evidence));
  return { text, evidence };
}

/** The longer says more. */
const byLength = (a: string, b: string) => b.length - a.length;

/** A subject that says no more than which topic and eras are compared. */
export function fallbackSubject(
  { wording, eras }: Pick<LineContext, 'wording' | 'eras'>,
  title: string,
): string {
  const news = say(wording, wording.subject.fallback, eras);
  return say(wording, wording.subject.titled, { title, news });
}

/** The line that a list of mails shows beside the subject: the odds, and what is new. */
export function preheaderLine(context: LineContext): Line {
  const { then, now } = context.scale;
  const evidence = then === null && now === null ? [] : oddsLine(context).evidence;
  return { text: `${odds(context)} ${basis(context)}`.trim(), evidence };
}

function newsOf(context: LineContext, most: number): string[] {
  const { wording, eras } = context;
  const { subject } = wording;
  const list = (verdict: Verdict) => shortList(context, verdict, most);
  const [better, worse, mixed, appeared] = [
    list('improved'),
    list('worsened'),
    list('mixed'),
    list('new'),
  ];
  const way = prospectsMoved(context);
  if (way) return prospectsNews(context, way, most);
  const values = { ...eras, better, worse };
  if (better && worse) return [say(wording, subject.betterAndWorse, values)];
  if (better) return [say(wording, subject.better, values)];
  if (worse) return [say(wording, subject.worse, values)];
  if (mixed) return [say(wording, subject.mixed, { ...values, factors: mixed })];
  if (appeared) return [say(wording, subject.appeared, { ...values, factors: appeared })];
  return [say(wording, subject.unchanged, values)];
}

/** The factors of a verdict as a list of short names, at most so many besides those that come first. */
function shortList(
  context: LineContext,
  verdict: Verdict,
  most: number,
  first: Factor[] = [],
): string {
  const factors = [...first, ...broadlyTold(context, factorsWith(context, verdict)).slice(0, most)];
  return listOf(
    context.wording,
    factors.map((factor) => context.wording.factors[factor].short),
  );
}

/** Articles an era that a factor of the subject rests on, where there is such a factor. */
const ARTICLES_MIN = 2;

/** The factors that several articles of both eras speak of; all of them where none is. */
function broadlyTold({ comparison }: LineContext, factors: Factor[]): Factor[] {
  const broad = factors.filter((factor) =>
    [comparison.then, comparison.now].every(
      (era) => (outlookOn(era, factor)?.articles ?? 0) >= ARTICLES_MIN,
    ),
  );
  return broad.length > 0 ? broad : factors;
}

type Way = 'improved' | 'worsened';

/** The prospects that moved, and what moved the other way; else the prospects among what moved with them. */
function prospectsNews(context: LineContext, way: Way, most: number): string[] {
  const { wording, eras } = context;
  const { prospects, prospectsBut, better, worse } = wording.subject;
  const contrary = shortList(context, way === 'improved' ? 'worsened' : 'improved', most);
  const along = shortList(context, way, most, ['outlook']);
  if (!contrary)
    return [
      say(wording, way === 'improved' ? better : worse, { ...eras, better: along, worse: along }),
    ];
  const values = { ...eras, way, factors: contrary };
  return [say(wording, prospectsBut, values), say(wording, prospects, values)];
}

function prospectsMoved({ changes }: LineContext): Way | null {
  const verdict = changes.find(({ factor }) => factor === 'outlook')?.verdict;
  return verdict === 'improved' || verdict === 'worsened' ? verdict : null;
}

function basis({ wording, eras, sources, freshArticles }: LineContext): string {
  const fresh = sources.filter(({ articleId }) => freshArticles?.includes(articleId));
  if (fresh.length > 0) {
    const outlets = listOf(wording, [...new Set(fresh.map(({ outlet }) => outlet))].slice(0, 3));
    return say(wording, wording.preheader.fresh, { count: fresh.length, outlets });
  }
  const count = (era: 'then' | 'now') => sources.filter((source) => source.era === era).length;
  return say(wording, wording.preheader.first, {
    then: count('then'),
    now: count('now'),
    thenLabel: eras.then,
    nowLabel: eras.now,
  });
}

function odds({ wording, eras, scale: { then, now } }: LineContext): string {
  const { same, differ, one } = wording.preheader;
  const only = then ?? now;
  if (only === null) return '';
  const { name: band, range } = bandInWords(wording, only.band);
  if (then === null || now === null)
    return say(wording, one, { era: then === null ? eras.now : eras.then, band, range });
  if (agree(then, now)) return say(wording, same, { band, range });
  return say(wording, differ, {
    ...eras,
    thenBand: bands(then, wording),
    nowBand: bands(now, wording),
  });
}

/** "unlikely", or "unlikely or likely" where as many estimates name a second band. */
function bands({ band, tiedWith }: ScaleMark, wording: Wording): string {
  const named = tiedWith === null ? [band] : [band, tiedWith];
  const names = named.map((each) => bandInWords(wording, each).name);
  return choiceOf(wording, names);
}
