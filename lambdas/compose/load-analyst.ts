import type { Analyst } from '#lib/edition/analyst/analyst.ts';

/** What `ANALYST_MODEL` holds where no model is asked. */
export const NO_MODEL = 'none';

/**
 * The model of Bedrock that the stack names, or undefined. Its client is loaded with the first question;
 * a client that cannot be loaded is one more reason for the embedded engine.
 */
export function loadAnalyst(model: string): Analyst | undefined {
  if (model === NO_MODEL) return undefined;
  return {
    name: model,
    rank: async (...question) => (await open(model)).rank(...question),
    chooseLines: async (...question) => (await open(model)).chooseLines(...question),
  };
}

async function open(model: string): Promise<Analyst> {
  // The stack sets this while it bundles: without a model, the client is not even in the bundle.
  if (process.env.BUNDLE_WITHOUT_MODEL === 'yes') throw new Error('bundled without a model');
  else return (await import('#lib/aws/bedrock-analyst.ts')).openBedrockAnalyst(model);
}
