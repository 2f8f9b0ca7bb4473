import { Annotations, App } from 'aws-cdk-lib';
import { formatFault } from '#lib/fault.ts';
import { readBrandFile } from '#lib/infra/brand-file.ts';
import { EXAMPLE, readConfiguration } from '#lib/infra/configuration.ts';
import { ParleyStack } from '#lib/infra/parley-stack.ts';
import { readTopicFiles } from '#lib/infra/topic-files.ts';

const app = new App();
const configuration = readConfiguration((name) => app.node.tryGetContext(name));
const topics = readTopicFiles();
const brand = readBrandFile();

if (configuration.ok && topics.ok && brand.ok) {
  const stack = new ParleyStack(app, 'Parley', {
    configuration: configuration.value,
    topics: topics.value,
  });
  if (configuration.value === EXAMPLE)
    Annotations.of(stack).addWarningV2(
      'parley:example-sender',
      `The mails would come from ${EXAMPLE.sender}. Before you deploy: -c sender=ADDRESS -c domain=DOMAIN.`,
    );
} else {
  const faults = [configuration, topics, brand].flatMap((parsed) =>
    parsed.ok ? [] : parsed.faults,
  );
  for (const fault of faults) console.error(formatFault(fault));
  process.exitCode = 1;
}
