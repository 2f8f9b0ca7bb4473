import { readdirSync, readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { BANDS } from '#lib/analysis/analysis.ts';
import { parseWith } from '#lib/fault.ts';
import { FACTORS } from '#lib/topic/factor.ts';

const GOLDEN = new URL('../golden/', import.meta.url);
const FILE_END = /-?sentences\.json$/u;

const LabelledLikelihood = z.strictObject({
  text: z.string(),
  band: z.enum([...BANDS, 'unquantified']),
  /** The band for the talks; absent where it is not labelled. */
  talksBand: z.optional(z.nullable(z.enum([...BANDS, 'unquantified']))),
});

const LabelledSentence = z.strictObject({
  topic: z.string(),
  text: z.string(),
  /** Primary first; empty where the sentence says nothing about the talks. */
  factors: z.array(z.enum(FACTORS)),
  direction: z.optional(z.nullable(z.enum(['favours', 'against', 'neutral']))),
  likelihood: z.optional(z.array(LabelledLikelihood)),
  comparesEras: z.optional(z.boolean()),
  axis: z.optional(z.string()),
});
export type LabelledSentence = z.infer<typeof LabelledSentence>;
export type LabelledLikelihood = z.infer<typeof LabelledLikelihood>;

/** Sentences of our own; the file `NAME-sentences.json` is the set NAME, `sentences.json` the set "plain". */
export interface SentenceSet {
  name: string;
  sentences: LabelledSentence[];
}

/** Every set of labelled sentences in tests/golden, by name. Throws with every fault of a file that is none. */
export function readSentenceSets(): SentenceSet[] {
  return readdirSync(GOLDEN)
    .filter((file) => FILE_END.test(file))
    .map((file) => ({
      name: file.replace(FILE_END, '') || 'plain',
      sentences: readSentences(file),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

function readSentences(file: string): LabelledSentence[] {
  const data: unknown = JSON.parse(readFileSync(new URL(file, GOLDEN), 'utf8'));
  const parsed = parseWith(z.array(LabelledSentence), data, file);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.value;
}
