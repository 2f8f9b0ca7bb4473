import { Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Explains a resource with `*` in a policy below `scope` to cdk-nag (AwsSolutions-IAM5), which knows it by
 * its text with the logical ids in angle brackets.
 * @param resource as it stands in the policy
 */
export function acknowledgeWildcard(scope: IConstruct, resource: string, reason: string): void {
  const text = nagText(Stack.of(scope).resolve(resource));
  Validations.of(scope).acknowledge({
    id: `AwsSolutions::AwsSolutions-IAM5[Resource::${text}]`,
    reason,
  });
}

/** A resolved value as cdk-nag writes it: `<Bucket.Arn>/editions/*`. */
function nagText(value: unknown): string {
  if (typeof value === 'string') return value;
  const { Ref, 'Fn::GetAtt': attribute, 'Fn::Join': join } = value as Record<string, unknown>;
  if (typeof Ref === 'string') return `<${Ref}>`;
  if (Array.isArray(attribute)) return `<${attribute.join('.')}>`;
  if (Array.isArray(join)) return (join[1] as unknown[]).map(nagText).join(String(join[0]));
  throw new TypeError(`no text for ${JSON.stringify(value)}`);
}
