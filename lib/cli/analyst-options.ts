import { Option, type Command } from 'commander';
import type { Analyst } from '#lib/edition/analyst/analyst.ts';
import { UsageError } from './usage-error.ts';

/** Who orders the evidence and the bottom line. */
export interface AnalystOptions {
  analyst?: 'embedded' | 'bedrock';
  model?: string;
}

/** Adds the options of commands that may ask a model. */
export function addAnalystOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--analyst <name>',
        'who orders evidence and bottom line; without, the embedded engine',
      ).choices(['embedded', 'bedrock']),
    )
    .option('--model <id>', 'model or inference profile of Amazon Bedrock, for --analyst bedrock');
}

/** The analyst that the options name; undefined for the embedded engine. The client is loaded only where it is asked for. */
export async function chooseAnalyst({
  analyst,
  model,
}: AnalystOptions): Promise<Analyst | undefined> {
  if ((analyst === 'bedrock') !== (model !== undefined))
    throw new UsageError('--analyst bedrock and --model go together: there is no default model');
  if (model === undefined) return undefined;
  const { openBedrockAnalyst } = await import('#lib/aws/bedrock-analyst.ts');
  return openBedrockAnalyst(model);
}
