import type { Attribution, Slice } from '../analysis.ts';
import type { SentenceDraft } from '../annotate-sentences.ts';
import type { Span } from './claim.ts';
import type { Finding } from './finding.ts';
import type { Token } from './tokens.ts';

const OPENING = /["“„«‘'「『]/u;
const CLOSING = /^[,.?!]?["”»’'」』]/u;

/** A finding in the form that is kept. */
export function toAttribution(
  { claim, figure, tokens }: Finding,
  reportedBy: string | null,
  body: string,
  sentences: SentenceDraft[],
): Attribution {
  const content = claim.content.map((span) =>
    toSlice(body, claim.isSpeech ? span : withMarks(body, span, tokens)),
  );
  const { cue } = claim;
  return {
    type: claim.isSpeech ? 'direct' : quotes(claim.content, tokens) ? 'mixed' : 'indirect',
    content,
    speaker: figure?.name ?? null,
    actor: figure?.actor ?? null,
    role: figure?.role ?? figure?.knownRole ?? null,
    affiliation: figure?.affiliation ?? null,
    cue: cue && body.slice(tokens[cue.from]?.start, tokens[cue.to]?.end),
    reportedBy,
    sentence: sentenceAt(sentences, content[0]?.start ?? 0),
  };
}

function toSlice(body: string, { start, end }: Span): Slice {
  return { start, end, text: body.slice(start, end) };
}

/** A clause that begins or ends with quoted words takes their quotation marks with it. */
function withMarks(body: string, { start, end }: Span, tokens: Token[]): Span {
  const first = tokens.find((token) => token.start === start);
  const last = tokens.find((token) => token.end === end);
  const opens = first?.isQuoted && OPENING.test(body.charAt(start - 1));
  const tail = last?.isQuoted ? (CLOSING.exec(body.slice(end, end + 3))?.[0].length ?? 0) : 0;
  return { start: opens ? start - 1 : start, end: end + tail };
}

function quotes(content: Span[], tokens: Token[]): boolean {
  return content.some(({ start, end }) =>
    tokens.some((token) => token.isQuoted && token.start >= start && token.end <= end),
  );
}

/** Index of the last sentence that begins at or before an offset. */
function sentenceAt(sentences: SentenceDraft[], offset: number): number {
  let [low, high] = [0, sentences.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sentences[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
