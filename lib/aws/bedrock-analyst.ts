import {
  BedrockRuntimeClient,
  ConverseCommand,
  type ConverseCommandOutput,
} from '@aws-sdk/client-bedrock-runtime';
import * as z from 'zod/mini';
import type { Analyst, BottomLineQuestion, RankQuestion } from '#lib/edition/analyst/analyst.ts';
import { formatFault, parseWith } from '#lib/fault.ts';
import { CHOOSE_TASK, RANK_TASK, SYSTEM } from './bedrock-prompts.ts';

/** Enough for the ids of every passage that an edition shows. */
const ANSWER_MAX_TOKENS = 3_000;
/** More than that many tokens can be; a longer answer is not even parsed. */
const ANSWER_MAX_CHARS = 30_000;
/** A throttled call is tried once more; after that the embedded engine is as good. */
const ATTEMPTS = 2;

const Ranks = z.record(z.string(), z.array(z.string()));
const Chosen = z.strictObject({ lines: z.array(z.string()) });

/** The model said something else than an answer. */
export class AnswerError extends Error {
  override readonly name = 'AnswerError';
}

/** A model of Amazon Bedrock as analyst. It is shown passages and lines as data and can do nothing but answer. */
export class BedrockAnalyst implements Analyst {
  constructor(
    private readonly client: BedrockRuntimeClient,
    /** Id of a model or an inference profile, or its ARN. */
    readonly name: string,
  ) {}

  async rank(questions: RankQuestion[], signal: AbortSignal): Promise<Record<string, string[]>> {
    return this.converse(RANK_TASK, { questions }, Ranks, signal);
  }

  async chooseLines(question: BottomLineQuestion, signal: AbortSignal): Promise<string[]> {
    return (await this.converse(CHOOSE_TASK, question, Chosen, signal)).lines;
  }

  /** @throws AnswerError where the answer has another form, and whatever the client throws */
  private async converse<T>(
    task: string,
    data: unknown,
    schema: z.ZodMiniType<T>,
    abortSignal: AbortSignal,
  ): Promise<T> {
    const command = new ConverseCommand({
      modelId: this.name,
      system: [{ text: SYSTEM }],
      messages: [{ role: 'user', content: [{ text: `${task}\n\n${delimited(data)}` }] }],
      inferenceConfig: { maxTokens: ANSWER_MAX_TOKENS, temperature: 0 },
    });
    const parsed = parseWith(
      schema,
      jsonIn(await this.client.send(command, { abortSignal })),
      'answer',
    );
    if (parsed.ok) return parsed.value;
    throw new AnswerError(parsed.faults.slice(0, 3).map(formatFault).join('; '));
  }
}

/** An analyst with the region and credentials of the environment, by the SDK's own rules. */
export function openBedrockAnalyst(model: string): Analyst {
  return new BedrockAnalyst(new BedrockRuntimeClient({ maxAttempts: ATTEMPTS }), model);
}

/** JSON in which no text of an article can close the delimiter. */
function delimited(data: unknown): string {
  return `<data>\n${JSON.stringify(data).replaceAll('<', '\\u003c')}\n</data>`;
}

/** The JSON of an answer that came to its end; many models put it in a fence, whatever they are told. */
function jsonIn({ stopReason, output }: ConverseCommandOutput): unknown {
  if (stopReason !== 'end_turn') throw new AnswerError(`the answer ended with ${stopReason}`);
  const text = (output?.message?.content ?? []).map((block) => block.text ?? '').join('');
  if (text.length > ANSWER_MAX_CHARS)
    throw new AnswerError(`the answer is longer than ${ANSWER_MAX_CHARS} characters`);
  const json = text.trim().replace(/^```(?:json)?\n([^]*)\n```$/u, '$1');
  try {
    return JSON.parse(json);
  } catch {
    throw new AnswerError('the answer is not JSON');
  }
}
