import { describe, expect, it } from 'vitest';
import { EXAMPLE } from '#lib/infra/configuration.ts';
import { exampleTemplate } from './synthesise.ts';

const dev = exampleTemplate(EXAMPLE, 'Parley-dev');
const prod = exampleTemplate(EXAMPLE, 'Parley-prod');
const text = (template: typeof dev) => JSON.stringify(template.toJSON());
const types = (template: typeof dev) =>
  Object.values(template.toJSON().Resources as Record<string, { Type: string }>)
    .map(({ Type }) => Type)
    .sort();

describe('two stages', () => {
  it('have the same kinds of resources, each its own', () => {
    expect(types(dev)).toEqual(types(prod));
    dev.hasResourceProperties('AWS::CloudWatch::Dashboard', { DashboardName: 'Parley-dev' });
    expect(text(dev)).not.toContain('Parley-prod');
  });

  it('are the same template each time, so that a difference means a change', () => {
    expect(text(exampleTemplate(EXAMPLE, 'Parley-dev'))).toBe(text(dev));
  });

  it('compose and send nothing with sending off', () => {
    const off = exampleTemplate({ ...EXAMPLE, isSending: false }, 'Parley-drill');
    for (const { Properties } of Object.values(off.findResources('AWS::Scheduler::Schedule')))
      expect(Properties.State).toBe('DISABLED');
    off.hasResourceProperties('AWS::Lambda::EventSourceMapping', { Enabled: false });
    off.resourceCountIs('AWS::SES::EmailIdentity', 1);
  });

  it('make the DNS records where the zone is known', () => {
    const zoned = exampleTemplate({ ...EXAMPLE, zone: 'Z0123456789' }, 'Parley');
    const names = Object.values(zoned.findResources('AWS::Route53::RecordSet')).map(
      ({ Properties }) => `${JSON.stringify(Properties.Name)} ${Properties.Type}`,
    );
    expect(names).toHaveLength(6);
    expect(names).toContain('"_dmarc.example.com." TXT');
    expect(names).toContain('"bounce.example.com." MX');
  });
});
