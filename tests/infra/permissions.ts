import type { Template } from 'aws-cdk-lib/assertions';

interface Statement {
  Effect: string;
  Action: string | string[];
  Resource: unknown;
  Condition?: unknown;
}

/** What each function may do: write its own log, and tell X-Ray how long it took. */
const OF_ALL = /^(?:logs:(?:CreateLogStream|PutLogEvents) \w+Log|xray:Put\w+ \*)$/;

/** What only this function's role may do, beside what all may. */
export function ownPermissions(template: Template, rolePrefix: string): string[] {
  return permissions(template, rolePrefix).filter((line) => !OF_ALL.test(line));
}

/**
 * What the role of each function may do, one line an action and resource:
 * `s3:GetObject ArticlesBucket/articles/*`, with ` if {…}` where there is a condition.
 */
export function permissions(template: Template, rolePrefix: string): string[] {
  const policies = Object.entries(template.findResources('AWS::IAM::Policy'));
  const statements = policies
    .filter(([id]) => id.startsWith(rolePrefix))
    .flatMap(([, policy]) => policy.Properties.PolicyDocument.Statement as Statement[]);
  return statements.flatMap(toLines).sort();
}

function toLines({ Effect, Action, Resource, Condition }: Statement): string[] {
  const condition = Condition === undefined ? '' : ` if ${JSON.stringify(Condition)}`;
  return [Action].flat().flatMap((action) =>
    [Resource].flat().map((resource) => {
      const line = `${action} ${nameOf(resource)}${condition}`;
      return Effect === 'Allow' ? line : `${Effect} ${line}`;
    }),
  );
}

/** A resource as text: logical ids without their hash, pseudo parameters by name. */
function nameOf(resource: unknown): string {
  if (typeof resource === 'string') return resource;
  const { Ref, 'Fn::GetAtt': attribute, 'Fn::Join': join } = resource as Record<string, unknown>;
  if (typeof Ref === 'string') return withoutHash(Ref);
  if (Array.isArray(attribute)) return withoutHash(String(attribute[0]));
  if (Array.isArray(join)) return (join[1] as unknown[]).map(nameOf).join(String(join[0]));
  throw new Error(`no name for ${JSON.stringify(resource)}`);
}

const withoutHash = (logicalId: string) => logicalId.replace(/[0-9A-F]{8}$/, '');
