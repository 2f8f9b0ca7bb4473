import { Annotations, App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { formatFault } from '#lib/fault.ts';
import { readBrandFile } from '#lib/infra/brand-file.ts';
import { deploymentWarnings } from '#lib/infra/deployment-warnings.ts';
import { ParleyStack } from '#lib/infra/parley-stack.ts';
import { stackTopics } from '#lib/infra/stack-topics.ts';
import { readStage } from '#lib/infra/stage.ts';
import { readTopicFiles } from '#lib/infra/topic-files.ts';

const app = new App();
const stage = readStage((name) => app.node.tryGetContext(name));
const files = readTopicFiles();
const topics = stage.ok && files.ok ? stackTopics(files.value, stage.value.configuration) : files;
const brand = readBrandFile();

if (stage.ok && topics.ok && brand.ok) {
  const { stackName, configuration } = stage.value;
  const stack = new ParleyStack(app, stackName, { configuration, topics: topics.value });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  for (const { id, text } of deploymentWarnings(configuration, brand.value))
    Annotations.of(stack).addWarningV2(id, text);
} else {
  const faults = [stage, topics, brand].flatMap((parsed) => (parsed.ok ? [] : parsed.faults));
  for (const fault of faults) console.error(formatFault(fault));
  process.exitCode = 1;
}
