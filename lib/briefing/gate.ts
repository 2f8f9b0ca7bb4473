import type { Article } from '#lib/article/article.ts';
import type { Era } from '#lib/outlook/comparison.ts';
import { namesReservedHost } from '#lib/reserved-host.ts';
import type { Briefing, Change, Citation, EditorNote, Line, ScaleMark } from './briefing.ts';
import { citationFault, evidenceFault, occursIn, writtenName } from './citation-fault.ts';
import { allowWords, lineFault, type AllowedWords } from './line-fault.ts';
import { editorTextFault, NAME_MAX_CHARS, NOTE_MAX_CHARS } from './editor-text.ts';
import { linkFault } from './link-fault.ts';
import { fallbackSubject } from './subject-line.ts';
import { wordingFor } from './wording.ts';

/** Passages that an era must keep, so that a comparison stands on both sides. */
export const MIN_PASSAGES_AN_ERA = 2;

/** A line that was not let through, and why. */
export interface Dropped {
  line: string;
  reason: string;
}

export interface GatedBriefing {
  briefing: Briefing;
  dropped: Dropped[];
  /** Both eras keep at least `MIN_PASSAGES_AN_ERA` different passages. */
  enough: boolean;
}

/**
 * Checks a briefing against its articles before it is frozen: each slice reads so in its article, each
 * name and number of a line stands in its evidence, quotations are short, speakers occur in the text,
 * addresses are safe to follow, nothing names the host of Parley's own links. What fails is dropped (a doubtful speaker or address alone, where the
 * rest holds) and reported; the articles' own words are never changed.
 */
export function gateBriefing(briefing: Briefing, articles: Article[]): GatedBriefing {
  const gate = new Gate(briefing, articles);
  const gated = gate.pass(briefing);
  const enough = (['then', 'now'] as const).every(
    (era) => passages(gated, era) >= MIN_PASSAGES_AN_ERA,
  );
  return { briefing: gated, dropped: gate.dropped, enough };
}

class Gate {
  readonly dropped: Dropped[] = [];
  readonly #articles: ReadonlyMap<string, Article>;
  readonly #allowed: AllowedWords;

  constructor(briefing: Briefing, articles: Article[]) {
    this.#articles = new Map(articles.map((article) => [article.id, article]));
    const outlets = articles.map(({ publisher }) => publisher.name);
    this.#allowed = allowWords([...fixedTexts(briefing), ...outlets], countsOf(briefing));
  }

  pass(briefing: Briefing): Briefing {
    const changes = briefing.changes.flatMap((change) => this.#change(change) ?? []);
    const kept = new Set(changes.map(({ factor }) => factor));
    return {
      ...briefing,
      changes,
      subject: this.#line(briefing.subject) ?? fallbackLine(briefing),
      preheader: this.#line(briefing.preheader) ?? fallbackLine(briefing),
      bottomLine: briefing.bottomLine.flatMap((line) => this.#line(line) ?? []),
      editorNotes: briefing.editorNotes.filter((note) => this.#isPrintable(note)),
      scale: { then: this.#mark(briefing.scale.then), now: this.#mark(briefing.scale.now) },
      voices: {
        then: this.#citations(briefing.voices.then).filter(hasSpeaker),
        now: this.#citations(briefing.voices.now).filter(hasSpeaker),
      },
      silent: briefing.silent.filter(({ factor, eras }) => eras.length > 1 || kept.has(factor)),
      sources: briefing.sources.map((source) => ({
        ...source,
        url: this.#address(source.url, source.headline),
      })),
    };
  }

  /** Null where the line falls or a side that the verdict rests on loses every passage. */
  #change(change: Change): Change | null {
    const then = this.#citations(change.then);
    const now = this.#citations(change.now);
    const lost =
      (change.verdict !== 'new' && then.length === 0) ||
      (change.verdict !== 'gone' && now.length === 0);
    if (lost)
      return this.#drop(change.line.text, 'an era that its verdict rests on has no passage');
    const evidence = [...then, ...now].map((citation) => citation.evidence);
    const line = this.#line({ ...change.line, evidence });
    return line === null || !this.#hasReason(change) ? null : { ...change, line, then, now };
  }

  /** A corrected verdict falls with the editor's reason for it. */
  #hasReason({ correction, line }: Change): boolean {
    const fault = correction === undefined ? null : editorTextFault(correction, NOTE_MAX_CHARS);
    if (fault !== null) this.#drop(line.text, `the editor’s reason: ${fault}`);
    return fault === null;
  }

  #isPrintable({ text, by }: EditorNote): boolean {
    const fault = editorTextFault(text, NOTE_MAX_CHARS) ?? editorTextFault(by, NAME_MAX_CHARS);
    if (fault !== null) this.#drop(`${text} (${by})`, fault);
    return fault === null;
  }

  #citations(citations: Citation[]): Citation[] {
    return citations.flatMap((citation) => {
      const fault = citationFault(citation, this.#articles);
      if (fault === null) return [this.#trusted(citation)];
      this.#drop(citation.evidence.text, fault);
      return [];
    });
  }

  /** Unsure means unattributed: names that the text does not hold are taken away, not the passage. */
  #trusted(citation: Citation): Citation {
    const article = this.#articles.get(citation.evidence.articleId);
    const known = (name: string | null) => {
      if (name === null || (article !== undefined && occursIn(name, article))) return name;
      return this.#drop(name, `not named in ${citation.evidence.articleId}`);
    };
    const speaker = citation.speakerByEditor
      ? this.#editorsSpeaker(citation.speaker)
      : this.#speaker(citation.speaker, article);
    return {
      ...citation,
      speaker,
      role: speaker === null ? null : known(citation.role),
      affiliation: speaker === null ? null : known(citation.affiliation),
      reportedBy: known(citation.reportedBy),
      glosses: citation.glosses.filter((gloss) => this.#explains(gloss, citation, article)),
      url: this.#address(citation.url, citation.evidence.text),
    };
  }

  /** A bracket stands where the passage holds its words and the article the name that it gives them. */
  #explains(
    { words, name }: Citation['glosses'][number],
    { evidence: { articleId, text } }: Citation,
    article: Article | undefined,
  ): boolean {
    const isIn = spaced(text).includes(spaced(words));
    if (isIn && article !== undefined && occursIn(name, article)) return true;
    this.#drop(`[“${words}”: ${name}]`, isIn ? `not named in ${articleId}` : 'not in its passage');
    return false;
  }

  #speaker(name: string | null, article: Article | undefined): string | null {
    if (name === null || article === undefined) return null;
    const written = writtenName(name, article);
    if (written === null) return this.#drop(name, `not named in ${article.id}`);
    if (written !== name) this.#drop(name, `named in ${article.id} as ${written} only`);
    return written;
  }

  /** The text need not hold a name that is marked as the editor's. */
  #editorsSpeaker(name: string | null): string | null {
    const fault = name === null ? null : editorTextFault(name, NAME_MAX_CHARS);
    return name === null || fault === null ? name : this.#drop(name, fault);
  }

  #mark(mark: ScaleMark | null): ScaleMark | null {
    if (mark === null) return null;
    const citations = this.#citations(mark.citations);
    return citations.length === 0 ? null : { ...mark, citations };
  }

  /** A sentence that sums up falls with any slice that it stands on. */
  #line(line: Line): Line | null {
    for (const slice of line.evidence) {
      const fault = evidenceFault(slice, this.#articles);
      if (fault !== null) return this.#drop(line.text, fault);
    }
    const fault = namesReservedHost(line.text)
      ? 'it names the host of Parley’s own links'
      : lineFault(line, this.#allowed);
    return fault === null ? line : this.#drop(line.text, fault);
  }

  #address(url: string | null, line: string): string | null {
    const fault = url === null ? null : linkFault(url);
    return fault === null ? url : this.#drop(line, fault);
  }

  #drop(line: string, reason: string): null {
    this.dropped.push({ line, reason });
    return null;
  }
}

/** A text's words between blanks, in small letters. */
function spaced(text: string): string {
  return ` ${text
    .toLowerCase()
    .split(/[^\p{L}\p{Nd}]+/u)
    .join(' ')} `.replace(/ +/g, ' ');
}

function hasSpeaker({ speaker }: Citation): boolean {
  return speaker !== null;
}

function fallbackLine({ topicTitle, language, eras }: Briefing): Line {
  const wording = wordingFor(language);
  return { text: fallbackSubject({ wording, eras }, topicTitle), evidence: [] };
}

/** What every line may say: the wording of the language, the eras' labels and the topic's title. */
function fixedTexts({ language, eras, topicTitle }: Briefing): string[] {
  return [...textsIn(wordingFor(language)), eras.then, eras.now, topicTitle];
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}

/** Numbers that a line may print because the briefing itself shows them: its articles, by era and fresh. */
function countsOf({ sources }: Briefing): number[] {
  const eras = (['then', 'now'] as const).map((era) => sources.filter((s) => s.era === era).length);
  return [...eras, sources.filter(({ fresh }) => fresh).length];
}

function passages({ changes, voices, scale }: Briefing, era: Era): number {
  const citations = [
    ...changes.flatMap((change) => change[era]),
    ...voices[era],
    ...(scale[era]?.citations ?? []),
  ];
  return new Set(citations.map(({ evidence }) => `${evidence.articleId}:${evidence.start}`)).size;
}
