import { Duration } from 'aws-cdk-lib';
import { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import { SiteEnvironment } from '../../lambdas/site/environment.ts';
import { ParleyFunction } from './parley-function.ts';

/**
 * The public pages behind an HTTP API. It writes no access log: a path carries a reader's signed
 * link. Nor is there a limit of requests below the account's: an unsubscribe is never refused.
 */
export class Site extends Construct {
  readonly function: ParleyFunction;
  readonly url: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.function = new ParleyFunction(this, 'Function', {
      folder: 'site',
      description: 'The public pages: unsubscribe, and an edition in the browser',
      environment: SiteEnvironment,
      timeout: Duration.seconds(15),
      memoryMegabytes: 512,
    });
    const api = new HttpApi(this, 'Api', {
      defaultIntegration: new HttpLambdaIntegration('Pages', this.function),
    });
    this.url = api.apiEndpoint;
  }

  /** Tells a function where the links in its mails lead. */
  provideUrl(fn: ParleyFunction): void {
    fn.provide('SITE_URL', this.url);
  }
}
