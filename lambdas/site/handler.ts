import { handle, type APIGatewayProxyResult, type LambdaEvent } from 'hono/aws-lambda';
import { siteApp } from '#lib/site/site-app.ts';
import { once } from '../once.ts';
import { wire, type HandlerDeps } from './wiring.ts';

const pages = once(async () => siteHandler(await wire(process.env)));

/** The function as AWS calls it. */
export const handler = async (event: LambdaEvent): Promise<APIGatewayProxyResult> =>
  (await pages())(event);

/** Answers requests of the HTTP API with the public pages. */
export function siteHandler({ log, ...deps }: HandlerDeps) {
  const reportFailure = (error: Error) =>
    log.error('request failed', { code: 'SITE_FAILED', error });
  const answer = handle(siteApp({ ...deps, reportFailure }));
  return async (event: LambdaEvent): Promise<APIGatewayProxyResult> => {
    await deps.keys.refresh();
    return answer(event);
  };
}
