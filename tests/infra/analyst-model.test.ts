import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { EXAMPLE } from '#lib/infra/configuration.ts';
import { modelArns } from '#lib/infra/model-arns.ts';
import { ParleyStack } from '#lib/infra/parley-stack.ts';
import { loadAnalyst } from '../../lambdas/compose/load-analyst.ts';
import { permissions } from './permissions.ts';
import { topicFiles } from './synthesise.ts';

/** The stack with a model; without one it is the example of the other tests. */
const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
const configuration = { ...EXAMPLE, model: 'example.model-v1:0' };
const template = Template.fromStack(
  new ParleyStack(app, 'Parley', { configuration, topics: topicFiles() }),
);

describe('a model as analyst', () => {
  it('is off by default', () => {
    expect(EXAMPLE.model).toBeNull();
    expect(loadAnalyst('none')).toBeUndefined();
  });

  it('may be called by the compose function alone, and no other model', () => {
    const mayCall = ['Compose', 'Deliver', 'Site'].flatMap((name) =>
      permissions(template, `${name}Function`)
        .filter((line) => line.startsWith('bedrock:'))
        .map((line) => `${name} ${line}`),
    );
    expect(mayCall).toEqual([
      'Compose bedrock:InvokeModel arn:AWS::Partition:bedrock:AWS::Region::foundation-model/example.model-v1:0',
    ]);
    template.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: Match.objectLike({ ANALYST_MODEL: 'example.model-v1:0' }) },
    });
    expect(loadAnalyst('example.model-v1:0')?.name).toBe('example.model-v1:0');
  });

  it('of an inference profile may run where the profile does', () => {
    const stack = new Stack(new App(), 'S', {
      env: { region: 'eu-west-1', account: '000000000000' },
    });
    const arns = modelArns(stack, 'eu.example.model-v1:0').map((arn) =>
      arn.replace(/\$\{Token[^}]*\}/g, 'aws'),
    );
    expect(arns).toEqual([
      'arn:aws:bedrock:eu-west-1:000000000000:inference-profile/eu.example.model-v1:0',
      'arn:aws:bedrock:*::foundation-model/example.model-v1:0',
    ]);
    expect(modelArns(stack, 'arn:aws:bedrock:eu-west-1::foundation-model/x')).toEqual([
      'arn:aws:bedrock:eu-west-1::foundation-model/x',
    ]);
  });
});
