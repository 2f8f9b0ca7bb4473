import { Duration } from 'aws-cdk-lib';
import { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import type { Topic } from '#lib/topic/topic.ts';
import { SiteEnvironment } from '../../lambdas/site/environment.ts';
import { ParleyFunction } from './parley-function.ts';

/**
 * The public pages behind an HTTP API. It writes no access log: a path carries a reader's signed
 * link. Nor is there a limit of requests below the account's: an unsubscribe is never refused.
 */
export class Site extends Construct {
  readonly function: ParleyFunction;
  readonly url: string;

  constructor(scope: Construct, id: string, topics: Topic[]) {
    super(scope, id);
    this.function = new ParleyFunction(this, 'Function', {
      folder: 'site',
      description: 'The public pages: what the digest is, editions, unsubscribe',
      environment: SiteEnvironment,
      timeout: Duration.seconds(15),
      memoryMegabytes: 512,
    });
    const api = new HttpApi(this, 'Api', {
      defaultIntegration: new HttpLambdaIntegration('Pages', this.function),
    });
    this.url = api.apiEndpoint;
    this.provideUrl(this.function);
    this.function.provide('TOPICS', topics.map((topic) => topic.id).join(','));
  }

  /** Tells a function where the public pages are, for links. */
  provideUrl(fn: ParleyFunction): void {
    fn.provide('SITE_URL', this.url);
  }
}
