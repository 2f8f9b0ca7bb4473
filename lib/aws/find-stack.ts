import {
  CloudFormationClient,
  DescribeStacksCommand,
  type Stack as Described,
} from '@aws-sdk/client-cloudformation';
import { RemoteError } from './remote-error.ts';
import { STACK_OUTPUTS, type StackOutput, type StackOutputs } from './stack-outputs.ts';

/** A stack of Parley as it is deployed. */
export interface Stack {
  name: string;
  region: string;
  outputs: StackOutputs;
}

export const cloudFormationClient = (): CloudFormationClient => new CloudFormationClient();

/**
 * Finds a deployed stack and what it tells of itself.
 * @throws RemoteError where there is none of that name, or it lacks an output; whatever the client throws else
 */
export async function findStack(client: CloudFormationClient, name: string): Promise<Stack> {
  const region = await client.config.region();
  const described = await describe(client, name, region);
  const outputs = new Map(
    (described.Outputs ?? []).map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue]),
  );
  const missing = STACK_OUTPUTS.filter((output) => !outputs.get(output));
  if (missing.length > 0) throw incomplete(described, name, region, missing);
  const entries = STACK_OUTPUTS.map((output) => [output, outputs.get(output)]);
  return { name, region, outputs: Object.fromEntries(entries) as StackOutputs };
}

async function describe(
  client: CloudFormationClient,
  name: string,
  region: string,
): Promise<Described> {
  const none = () =>
    new RemoteError(
      `no stack is called ${JSON.stringify(name)} in ${region}: name yours with --remote=NAME, its region with AWS_REGION and its account with AWS_PROFILE; npx cdk deploy makes it`,
    );
  try {
    const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName: name }));
    const [stack] = Stacks;
    if (stack === undefined) throw none();
    return stack;
  } catch (error) {
    // CloudFormation has no error of its own for this ("Stack with id … does not exist").
    const isUnknown = error instanceof Error && error.message.includes('does not exist');
    throw isUnknown ? none() : error;
  }
}

function incomplete(
  { StackStatus: status }: Described,
  name: string,
  region: string,
  missing: StackOutput[],
): RemoteError {
  const lacks = `the stack ${name} in ${region} does not tell ${missing.join(', ')}`;
  const isWhole = /^(CREATE|UPDATE|IMPORT)_COMPLETE|^UPDATE_ROLLBACK_COMPLETE$/.test(status ?? '');
  return new RemoteError(
    isWhole
      ? `${lacks}: an older version of Parley was deployed there, or it is another program's; npx cdk deploy brings it up to date`
      : `${lacks}: its state is ${status ?? 'unknown'}; wait until its deployment has ended, or repair it and deploy again`,
  );
}
