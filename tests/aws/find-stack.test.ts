import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { findStack } from '#lib/aws/find-stack.ts';
import { described, fakeOutputs } from './fake-stack.ts';

function clientOf(answer: object | Error) {
  const client = new CloudFormationClient({ region: 'eu-west-1' });
  const call = mockClient(client).on(DescribeStacksCommand);
  if (answer instanceof Error) call.rejects(answer);
  else call.resolves(answer);
  return client;
}

describe('a stack', () => {
  it('is found with its outputs and its region', async () => {
    const client = clientOf({ Stacks: [described('UPDATE_COMPLETE', fakeOutputs)] });
    const stack = await findStack(client, 'Parley');
    expect(stack).toMatchObject({ name: 'Parley', region: 'eu-west-1' });
    expect(stack.outputs.SenderAddress).toBe('digest@example.org');
    expect(Object.values(stack.outputs)).not.toContain('');
  });

  it.each([
    ['CloudFormation’s own error', new Error('Stack with id Parley does not exist')],
    ['an empty answer', { Stacks: [] }],
  ])('that is not there is named with what to do: %s', async (_name, answer) => {
    await expect(findStack(clientOf(answer), 'Parley')).rejects.toThrow(
      'no stack is called "Parley" in eu-west-1: name yours with --remote=NAME',
    );
  });

  it('of an older version is to be deployed again', async () => {
    const outputs = fakeOutputs.filter(({ OutputKey }) => OutputKey !== 'LedgerTable');
    const client = clientOf({ Stacks: [described('UPDATE_COMPLETE', outputs)] });
    await expect(findStack(client, 'Parley')).rejects.toThrow(
      /does not tell LedgerTable: an older version .* npx cdk deploy/,
    );
  });

  it('that is being deployed is to be waited for', async () => {
    const client = clientOf({ Stacks: [described('CREATE_IN_PROGRESS', [])] });
    await expect(findStack(client, 'Parley')).rejects.toThrow(
      'its state is CREATE_IN_PROGRESS; wait until its deployment has ended',
    );
  });

  it('that cannot be asked for is another error', async () => {
    const denied = Object.assign(new Error('no'), { name: 'AccessDenied' });
    await expect(findStack(clientOf(denied), 'Parley')).rejects.toBe(denied);
  });
});
