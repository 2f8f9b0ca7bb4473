import { ArnFormat, type Stack } from 'aws-cdk-lib';

/** A profile that Bedrock runs in several regions is named by its area before the model's own id. */
const AREA = /^(?:us|us-gov|eu|apac|jp|au|ca|sa|global)\.(?<id>.+)$/;

/**
 * What must be permitted to call a model: itself; with an inference profile also its model in every
 * region in which the profile may run it (Amazon Bedrock user guide, "Prerequisites for inference profiles").
 * @param model id of a model or an inference profile, or an ARN
 */
export function modelArns(stack: Stack, model: string): string[] {
  if (model.startsWith('arn:')) return [model];
  const { id } = AREA.exec(model)?.groups ?? {};
  const foundation = { service: 'bedrock', account: '', resource: 'foundation-model' };
  if (id === undefined) return [stack.formatArn({ ...foundation, resourceName: model })];
  return [
    stack.formatArn({ service: 'bedrock', resource: 'inference-profile', resourceName: model }),
    stack.formatArn({
      ...foundation,
      region: '*',
      resourceName: id,
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    }),
  ];
}
