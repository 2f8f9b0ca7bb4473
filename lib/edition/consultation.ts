import * as z from 'zod/mini';

/** What came of asking an analyst: part of an edition's record. */
export const Consultation = z.object({
  /** The model's id. */
  analyst: z.string(),
  /** Where the embedded engine did the work after all, and why. */
  fallbacks: z.array(z.object({ task: z.enum(['rank', 'bottom line']), reason: z.string() })),
});

export type Consultation = z.infer<typeof Consultation>;
