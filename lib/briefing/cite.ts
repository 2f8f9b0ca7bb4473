import type { Article } from '#lib/article/article.ts';
import type { Likelihood } from '#lib/analysis/analysis.ts';
import type { Evidence, Finding } from '#lib/outlook/comparison.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { wordCount } from '#lib/outlook/word-count.ts';
import type { Citation, CitedLikelihood } from './briefing.ts';
import { occursIn } from './citation-fault.ts';
import { cutQuotation } from './cut-quotation.ts';
import { glossesOf } from './glosses.ts';
import { marksAround, type Marks } from './marks-around.ts';
import { quotedPieces } from './quoted-pieces.ts';
import { withTextFragment } from './text-fragment.ts';

/** The articles of an edition by id, and the topic that names their side negotiations. */
export interface CiteContext {
  topic: Topic;
  articles: ReadonlyMap<string, Article>;
}

/** A quotation of fewer words does not find its place in a page. */
const FRAGMENT_MIN_WORDS = 3;

/**
 * A finding as a reader is shown it, cut to the length that may be quoted. Null where its article is
 * not at hand or its words cannot be cut.
 */
export function cite(finding: Finding, context: CiteContext): Citation | null {
  const article = context.articles.get(finding.evidence.articleId);
  const piece = cutQuotation(finding.evidence, keptOffset(finding));
  if (article === undefined || piece === null) return null;
  const { evidence, cut } = piece;
  const marks = marksOf(finding, evidence, article);
  const quoted = marks.before !== '' && marks.after !== '' && !hasMark(evidence);
  return {
    evidence,
    marks,
    cut,
    ...voiceOf(finding, article, context.topic),
    reportedBy: finding.reportedBy,
    summarised: article.bodyKind === 'summary' && !quoted,
    outlet: article.publisher.name,
    ...dateOf(article),
    url: addressOf(article, evidence, quoted),
    likelihood: likelihoodIn(finding, evidence),
    glosses: glossesOf(finding, evidence),
    sideNegotiation: sideNegotiation(context.topic, finding.axis),
  };
}

/** Behind more of a sentence than this a claim is told in passing: "Her words contradict Kim, who insists that …". */
const PREFACE_MAX_SHARE = 0.45;

type CitedVoice = Pick<Citation, 'speaker' | 'speakerByEditor' | 'role' | 'affiliation' | 'voice'>;

/** Who speaks: whoever has the words; the outlet where a claim is only a part of what it narrates. */
function voiceOf(finding: Finding, article: Article, topic: Topic): CitedVoice {
  const { speaker, speakerByEditor, voice, preface } = finding;
  if (speakerByEditor)
    return { speaker, speakerByEditor, ...standingOf(finding, article, topic), voice };
  if (voice === 'indirect' && preface > PREFACE_MAX_SHARE)
    return { speaker: null, role: null, affiliation: null, voice: 'narration' };
  return { speaker, ...standingOf(finding, article, topic), voice };
}

/** Only words that somebody speaks are put in marks; a finding without any lies in a longer quotation. */
function marksOf(finding: Finding, piece: Evidence, { articleBody }: Article): Marks {
  if (finding.voice !== 'direct' && finding.voice !== 'mixed') return { before: '', after: '' };
  if (finding.voice === 'direct' && !hasMark(finding.evidence)) return { before: '“', after: '”' };
  return marksAround(piece, articleBody);
}

function hasMark({ text }: Evidence): boolean {
  return /["“”]/u.test(text);
}

/** The date of an article as exact as it is known, and whether it was worked out. */
export function dateOf(article: Article): { date: string; dateInferred: boolean } {
  const inferred = article.datePublishedInferred;
  const length = { day: 10, month: 7, year: 4 }[inferred?.precision ?? 'day'];
  return { date: article.datePublished.slice(0, length), dateInferred: inferred !== undefined };
}

/**
 * Who the speaker is, as far as the article says so: a topic's own note of a role may be of another year.
 * The state that somebody speaks for is told where nothing closer is known.
 */
function standingOf(
  { role, affiliation }: Finding,
  article: Article,
  topic: Topic,
): Pick<Citation, 'role' | 'affiliation'> {
  const stated = (name: string | null) => (name !== null && occursIn(name, article) ? name : null);
  const known = { role: stated(role), affiliation: stated(affiliation) };
  const isState = topic.actors.some(
    ({ kind, name }) => kind === 'state' && name === known.affiliation,
  );
  return isState && known.role !== null ? { ...known, affiliation: null } : known;
}

/** A piece keeps its estimative word, or else the beginning of its sentence. */
function keptOffset({ evidence, likelihood }: Finding): number {
  const first = likelihood.find(({ band }) => band !== 'unquantified');
  const offset = first === undefined ? 0 : first.start - evidence.start;
  return offset >= 0 && offset < evidence.text.length ? offset : 0;
}

/** A summary's own sentence is not on the page of the original; the words that it quotes are. */
function addressOf(article: Article, { text }: Evidence, quoted: boolean): string | null {
  if (article.url === null) return null;
  const words = article.bodyKind === 'full' || quoted ? text : longestQuotation(text);
  return words === null ? article.url : withTextFragment(article.url, words);
}

function longestQuotation(text: string): string | null {
  const pieces = quotedPieces(text).map((piece) => piece.text);
  const longest = pieces.sort((a, b) => b.length - a.length)[0];
  return longest !== undefined && wordCount(longest) >= FRAGMENT_MIN_WORDS ? longest : null;
}

function likelihoodIn({ likelihood }: Finding, { start, end }: Evidence): CitedLikelihood[] {
  return likelihood
    .filter((word) => word.start >= start && word.end <= end && word.band !== 'unquantified')
    .map(toCited);
}

function toCited({ text, band, talksBand, ...told }: Likelihood): CitedLikelihood {
  const { ofTalks, listed } = told;
  return { word: text, band, talksBand: talksBand === band ? null : talksBand, ofTalks, listed };
}

function sideNegotiation(topic: Topic, axis: string | null): string | null {
  return topic.sideNegotiations.find(({ id }) => id === axis)?.name ?? null;
}
