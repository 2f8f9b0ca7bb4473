import { Duration, Validations } from 'aws-cdk-lib';
import { CfnStage, HttpApi, HttpMethod, HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import type { Topic } from '#lib/topic/topic.ts';
import { SiteEnvironment } from '../../lambdas/site/environment.ts';
import { ParleyFunction } from './parley-function.ts';

/** Requests a second, and at once: many times what readers of a digest ask for. */
const PAGES = { rateLimit: 200, burstLimit: 400 };
/** What API Gateway gives an account by default: an unsubscribe is refused by nothing of ours. */
const ACCOUNT = { rateLimit: 10_000, burstLimit: 5_000 };
const UNSUBSCRIBE = '/unsubscribe/{token}';

/**
 * The public pages behind an HTTP API, which writes no access log: a path carries a reader's signed link.
 */
export class Site extends Construct {
  readonly function: ParleyFunction;
  readonly url: string;
  readonly api: HttpApi;

  constructor(scope: Construct, id: string, topics: Topic[]) {
    super(scope, id);
    this.function = new ParleyFunction(this, 'Function', {
      folder: 'site',
      description:
        'The public pages: what the digest is, editions, subscribing, preferences, unsubscribe',
      environment: SiteEnvironment,
      timeout: Duration.seconds(15),
      memoryMegabytes: 512,
    });
    const integration = new HttpLambdaIntegration('Pages', this.function);
    this.api = new HttpApi(this, 'Api', {
      defaultIntegration: integration,
      createDefaultStage: false,
    });
    this.api.addRoutes({ path: UNSUBSCRIBE, methods: [HttpMethod.POST], integration });
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      throttle: PAGES,
      autoDeploy: true,
    });
    const { defaultChild } = stage.node;
    if (defaultChild instanceof CfnStage)
      defaultChild.routeSettings = {
        [`POST ${UNSUBSCRIBE}`]: {
          ThrottlingRateLimit: ACCOUNT.rateLimit,
          ThrottlingBurstLimit: ACCOUNT.burstLimit,
        },
      };
    this.acknowledge(stage);
    this.url = this.api.apiEndpoint;
    this.provideUrl(this.function);
    this.function.provide('TOPICS', topics.map((topic) => topic.id).join(','));
  }

  private acknowledge(stage: HttpStage): void {
    Validations.of(this.api).acknowledge({
      id: 'AwsSolutions::AwsSolutions-APIG4',
      reason: 'The pages are public; what acts for one subscriber asks for a signed link.',
    });
    Validations.of(stage).acknowledge({
      id: 'AwsSolutions::AwsSolutions-APIG1',
      reason: 'A path carries a signed link, and an address of the network is personal data.',
    });
  }

  /** Tells a function where the public pages are, for links. */
  provideUrl(fn: ParleyFunction): void {
    fn.provide('SITE_URL', this.url);
  }
}
