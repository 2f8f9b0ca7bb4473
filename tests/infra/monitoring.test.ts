import { readFileSync } from 'node:fs';
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { EXAMPLE } from '#lib/infra/configuration.ts';
import { METRICS } from '../../lambdas/metric-names.ts';
import { exampleTemplate } from './synthesise.ts';

interface AlarmProperties {
  AlarmName: string;
  AlarmDescription: string;
  AlarmActions: unknown[];
  OKActions: unknown[];
  MetricName?: string;
}

/** With everything that can be watched. */
const template = exampleTemplate({ ...EXAMPLE, hasMailbox: true });
const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm')).map(
  ({ Properties }) => Properties as AlarmProperties,
);
const nameOf = ({ AlarmName }: AlarmProperties) => AlarmName.replace('Parley: ', '');

describe('the alarms', () => {
  it('each have a heading in the runbook, and no heading stands for nothing', () => {
    const runbook = readFileSync(new URL('../../RUNBOOK.md', import.meta.url), 'utf8');
    const [, ofAlarms = ''] = /^# Alarms$([^]*)^# After the first day$/m.exec(runbook) ?? [];
    const headings = [...ofAlarms.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(alarms.map(nameOf).sort()).toEqual(headings.sort());
  });

  it('say what is lost, where to look, and tell somebody, also when all is well again', () => {
    for (const alarm of alarms) {
      expect(alarm.AlarmDescription).toContain(`RUNBOOK.md, “${nameOf(alarm)}”`);
      expect(alarm.AlarmDescription.split('. ').length).toBeGreaterThan(1);
      expect(alarm.AlarmActions).toHaveLength(1);
      expect(alarm.OKActions).toHaveLength(1);
    }
  });

  it('reach their topic: its policy lets CloudWatch in, for this account alone', () => {
    template.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: Match.objectLike({
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Allow',
            Action: 'sns:Publish',
            Principal: { Service: 'cloudwatch.amazonaws.com' },
            Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          }),
        ]),
      }),
    });
  });

  it('add up throttles where some functions did not run', () => {
    const [throttled] = Object.values(template.findResources('AWS::CloudWatch::Alarm')).filter(
      ({ Properties }) => Properties.AlarmName === 'Parley: Functions throttled',
    );
    expect(JSON.stringify(throttled?.Properties.Metrics)).toContain('FILL(compose, 0) + FILL(');
  });

  it('ring by every metric that the functions count', () => {
    const names = alarms.map(({ MetricName }) => MetricName);
    for (const name of Object.values(METRICS)) expect(names).toContain(name);
  });

  it('watch every function for errors', () => {
    const functions = Object.keys(template.findResources('AWS::Lambda::Function'));
    template.resourcePropertiesCountIs(
      'AWS::CloudWatch::Alarm',
      Match.objectLike({ Namespace: 'AWS/Lambda', MetricName: 'Errors' }),
      functions.length,
    );
  });

  it('ring where what counts stands still', () => {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmName: 'Parley: No run of reconcile',
      ComparisonOperator: 'LessThanThreshold',
      TreatMissingData: 'breaching',
    });
  });
});

describe('the dashboard', () => {
  it('is one, named by the stack', () => {
    template.hasResourceProperties('AWS::CloudWatch::Dashboard', { DashboardName: 'Parley' });
  });
});
