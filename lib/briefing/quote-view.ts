import type { Citation, CitedLikelihood, Source } from './briefing.ts';
import type { QuoteView } from './edition-view.ts';
import { bandInWords } from './odds-line.ts';
import { sentenceCase } from './sentence-case.ts';
import { dateInWords, listOf, say, type Wording } from './wording.ts';

/** A citation in strings: the words untouched but for the marks that show where they were cut. */
export function quoteView(
  citation: Citation,
  wording: Wording,
  { source, language, markSummary }: { source: number; language: string; markSummary: boolean },
): QuoteView {
  return {
    words: wordsOf(citation),
    lang: langOf(language),
    speaker: speakerOf(citation, wording),
    credit: creditOf(citation, wording, markSummary),
    url: href(citation.url),
    source,
    notes: notesOf(citation, wording),
  };
}

/** An article's language as HTML tells it: empty where it is not known. */
export function langOf(language: string): string {
  return language === 'und' ? '' : language;
}

/** An address as it may stand in an attribute: `URL` encodes spaces, quotation marks and angle brackets. */
export function href(url: string | null): string | null {
  return url === null ? null : new URL(url).href;
}

/** "5 May 2020", and whether that was worked out. */
export function datedOf(
  { date, dateInferred }: Pick<Citation | Source, 'date' | 'dateInferred'>,
  wording: Wording,
): string {
  const inWords = dateInWords(wording, date);
  return dateInferred ? say(wording, wording.citation.inferred, { date: inWords }) : inWords;
}

function wordsOf({ evidence, marks, cut }: Citation): string {
  const text = `${cut.before ? '… ' : ''}${evidence.text.trim()}${cut.after ? ' …' : ''}`;
  return `${marks.before}${text}${marks.after}`;
}

function speakerOf(citation: Citation, wording: Wording): string {
  const { speaker, role, affiliation, voice, summarised, outlet } = citation;
  const { narration, summary, unattributed } = wording.citation;
  if (speaker !== null)
    return sentenceCase([speaker, role, affiliation].filter((part) => part !== null).join(', '));
  if (voice === 'direct') return unattributed;
  return say(wording, summarised ? summary : narration, { outlet });
}

/** The outlet is not named twice where it is the one that speaks. */
function creditOf(citation: Citation, wording: Wording, markSummary: boolean): string {
  const { speaker, voice, outlet, summarised } = citation;
  const date = datedOf(citation, wording);
  if (speaker === null && voice !== 'direct') return date;
  const credit = `${outlet}, ${date}`;
  return summarised && markSummary ? `${credit} (${wording.labels.summaryMark})` : credit;
}

function notesOf(citation: Citation, wording: Wording): string[] {
  const { reportedBy: via, outlet, sideNegotiation: name, likelihood } = citation;
  const { speaker, speakerByEditor, glosses } = citation;
  const { reportedBy, sideNegotiation, gloss } = wording.citation;
  return [
    ...glosses.map((each) => say(wording, gloss, each)),
    ...(speakerByEditor
      ? [say(wording, wording.editor.speaker, { is: speaker === null ? 'unknown' : 'given' })]
      : []),
    ...(via === null || via === outlet ? [] : [say(wording, reportedBy, { via })]),
    ...(name === null ? [] : [say(wording, sideNegotiation, { name })]),
    ...(likelihood.length === 0
      ? []
      : [
          sentenceCase(
            listOf(
              wording,
              likelihood.map((word) => readingOf(word, wording)),
            ),
          ),
        ]),
  ];
}

/** The article's own word beside the band that it stands for. */
function readingOf({ word, band, talksBand, listed }: CitedLikelihood, wording: Wording): string {
  const { likelihood, sameWord, talks, unlisted } = wording.citation;
  const { name, range } = bandInWords(wording, talksBand ?? band);
  const own = word.toLowerCase() === name ? sameWord : likelihood;
  const reading = say(wording, talksBand === null ? own : talks, { word, band: name, range });
  return listed ? reading : say(wording, unlisted, { reading });
}
