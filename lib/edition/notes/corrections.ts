import * as z from 'zod/mini';
import { VERDICTS } from '#lib/outlook/comparison.ts';
import { FACTORS } from '#lib/topic/factor.ts';

/** A correction that changed nothing, and why. */
const Unmatched = z.object({ correction: z.string(), reason: z.string() });
export type Unmatched = z.infer<typeof Unmatched>;

/** What an editor changed of the findings of an edition, beside what was found: part of its record. */
export const Corrections = z.object({
  /** Passages left out, with their words. */
  dropped: z.array(z.object({ evidence: z.string(), words: z.string() })),
  speakers: z.array(
    z.object({
      evidence: z.string(),
      found: z.nullable(z.string()),
      speaker: z.nullable(z.string()),
    }),
  ),
  verdicts: z.array(
    z.object({
      factor: z.enum(FACTORS),
      found: z.enum(VERDICTS),
      verdict: z.enum(VERDICTS),
      because: z.string(),
    }),
  ),
  notes: z.array(z.object({ text: z.string(), by: z.string() })),
  unmatched: z.array(Unmatched),
});
export type Corrections = z.infer<typeof Corrections>;
