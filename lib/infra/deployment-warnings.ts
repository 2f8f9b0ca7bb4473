import { isExampleAddress, type Brand } from '#lib/briefing/brand.ts';
import { EXAMPLE, type Configuration } from './configuration.ts';

/** Something that can be deployed, and that nobody wants to have deployed. */
export interface DeploymentWarning {
  /** By which CDK lets an operator acknowledge it. */
  id: string;
  text: string;
}

/** What an operator is to know before they deploy. */
export function deploymentWarnings(
  configuration: Configuration,
  { postalAddress }: Pick<Brand, 'postalAddress'>,
): DeploymentWarning[] {
  const warnings: DeploymentWarning[] = [];
  if (configuration === EXAMPLE)
    warnings.push({
      id: 'parley:example-sender',
      text: `The mails would come from ${EXAMPLE.sender}. Before you deploy: -c sender=ADDRESS -c domain=DOMAIN.`,
    });
  if (configuration.operator === null)
    warnings.push({
      id: 'parley:no-operator',
      text: 'Nobody would be told of alarms, and no reports mailed. Before you deploy: -c operator=ADDRESS.',
    });
  if (isExampleAddress(postalAddress))
    warnings.push({
      id: 'parley:example-postal-address',
      text: `Each mail would name the postal address "${postalAddress}". Put your own into templates/brand.json: the law asks for it.`,
    });
  return warnings;
}
