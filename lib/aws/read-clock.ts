import { DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { cloudFormationClient } from './find-stack.ts';

/**
 * How many milliseconds AWS's clock is ahead of this machine's, by the Date header of an answer (whole seconds).
 * @throws Error where no answer carries one
 */
export async function readClock(stackName: string, now: () => Date): Promise<number> {
  const client = cloudFormationClient();
  let date: string | undefined;
  client.middlewareStack.add(
    (next) => async (args) => {
      const answer = await next(args);
      // An HttpResponse of the SDK, which types it as unknown at this step.
      const { headers } = answer.response as { headers?: Record<string, string> };
      date = headers?.['date'];
      return answer;
    },
    { step: 'deserialize', name: 'readDate' },
  );
  await client.send(new DescribeStacksCommand({ StackName: stackName }));
  const told = Date.parse(date ?? '');
  if (Number.isNaN(told)) throw new Error('the answer of AWS has no date');
  return told - now().getTime();
}
