import { readFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { EXAMPLE } from '#lib/infra/configuration.ts';
import { ParleyStack } from '#lib/infra/parley-stack.ts';
import { readTopicFiles } from '#lib/infra/topic-files.ts';
import type { Topic } from '#lib/topic/topic.ts';

/** The flags of cdk.json, so that the template is the one that is deployed. */
const { context: flags } = JSON.parse(
  readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8'),
) as { context: Record<string, unknown> };

export function topicFiles(): Topic[] {
  const topics = readTopicFiles();
  if (!topics.ok) throw new Error('the topic files that ship are topics');
  return topics.value;
}

/** The stack of the example configuration. @param context beside the flags of cdk.json */
export function exampleStack(
  context: Record<string, unknown>,
  outdir?: string,
  configuration = EXAMPLE,
  stackName = 'Parley',
) {
  // `cdk synth` validates the template against CloudFormation's schemas; that takes seconds, so not here.
  process.env.CDK_VALIDATION = 'false';
  const app = new App({
    context: { ...flags, ...context },
    ...(outdir !== undefined && { outdir }),
  });
  const stack = new ParleyStack(app, stackName, { configuration, topics: topicFiles() });
  return { app, stack };
}

/** Its template, without bundling the functions. */
export function exampleTemplate(configuration = EXAMPLE, stackName = 'Parley'): Template {
  const context = { 'aws:cdk:bundling-stacks': [] };
  return Template.fromStack(exampleStack(context, undefined, configuration, stackName).stack);
}
