import type { Likelihood, Sentence } from '#lib/analysis/analysis.ts';
import { annotate, topicOf } from '../analysis/read-golden.ts';
import type { LabelledLikelihood, LabelledSentence, SentenceSet } from './labelled-sentences.ts';
import { accuracy, microF1, type Measure, type Named } from './measure.ts';

interface Read {
  label: LabelledSentence;
  found: Sentence;
}

/** An estimate of a sentence: as labelled, as found, or both where they overlap. */
interface Estimate {
  text: string;
  label?: LabelledLikelihood;
  found?: Likelihood;
}

/**
 * The figures of one set, each sentence read as the only one of its article. A set in which no sentence
 * carries a direction (or an estimate) is not labelled for it, and has no figure of it.
 */
export function measureSentences({ name, sentences }: SentenceSet): Measure[] {
  const reads = sentences.map((label) => ({
    label,
    found: annotate(label.text, topicOf(label.topic)),
  }));
  return [
    ...measureFactors(name, reads),
    ...(sentences.some(({ direction }) => direction) ? [measureDirection(name, reads)] : []),
    ...(sentences.some(({ likelihood }) => likelihood) ? measureEstimates(name, reads) : []),
  ];
}

function measureFactors(set: string, reads: Read[]): Measure[] {
  const named = reads.map(({ label, found }) => namedAs(label.text, label.factors, found.factors));
  return [
    microF1(set, 'factors F1', named),
    accuracy(
      set,
      'primary factor',
      named.map((one) => ({
        ...one,
        expected: one.expected.slice(0, 1),
        got: one.got.slice(0, 1),
      })),
    ),
  ];
}

function measureDirection(set: string, reads: Read[]): Measure {
  const named = reads.flatMap(({ label: { text, direction }, found }) =>
    direction ? [namedAs(text, [direction], found.direction ? [found.direction] : [])] : [],
  );
  return accuracy(set, 'direction', named);
}

function measureEstimates(set: string, reads: Read[]): Measure[] {
  const estimates = reads.flatMap((read) => matchEstimates(read));
  return [
    microF1(
      set,
      'estimates F1',
      estimates.map(({ text, label, found }) =>
        // Where both name one, whatever its extent, it is the same estimate.
        namedAs(text, label ? [label.text] : [], found ? [label?.text ?? found.text] : []),
      ),
    ),
    accuracy(
      set,
      'band',
      estimates.flatMap(({ text, label, found }) =>
        label && found ? [namedAs(text, bandsOf(label, label), bandsOf(found, label))] : [],
      ),
    ),
  ];
}

/** Each labelled estimate beside the first found one that overlaps it, then what was found besides. */
function matchEstimates({ label, found }: Read): Estimate[] {
  const left = [...found.likelihood];
  const matched = (label.likelihood ?? []).map((one): Estimate => {
    const at = left.findIndex(({ text }) => text.includes(one.text) || one.text.includes(text));
    const [same] = at < 0 ? [] : left.splice(at, 1);
    return { text: label.text, label: one, ...(same ? { found: same } : {}) };
  });
  return [...matched, ...left.map((extra) => ({ text: label.text, found: extra }))];
}

/** The band of the clause, and that of the talks where the label has one. */
function bandsOf({ band, talksBand }: LabelledLikelihood, label: LabelledLikelihood): string[] {
  return label.talksBand === undefined ? [band] : [band, talksBand ?? 'the same for the talks'];
}

function namedAs(text: string, expected: readonly string[], got: readonly string[]): Named {
  return { text, expected, got };
}
