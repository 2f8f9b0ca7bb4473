import {
  SESServiceException,
  type SendRawEmailCommandInput,
  type ServiceInputTypes,
  type ServiceOutputTypes,
  type SESClient,
} from '@aws-sdk/client-ses';
import type { SerializeMiddleware } from '@smithy/types';
import { text } from 'node:stream/consumers';

/** The signer and the connections of a client, which stay the SDK's. */
type Config = Pick<SESClient['config'], 'signer' | 'requestHandler'>;

type Shorten = SerializeMiddleware<ServiceInputTypes, ServiceOutputTypes>;

/** What the SDK gives back for a call. */
interface Answer {
  response: unknown;
  output: { MessageId: string; $metadata: { httpStatusCode: number } };
}

/**
 * Makes a client send its mails on a shorter way. The SDK writes a request by walking through its schema and encodes
 * 80 kB of base64 character by character: two thirds of the CPU of sending. Here the body is written in one
 * piece; endpoint, credentials, signature and connections stay the SDK's, and every other call goes its usual way.
 * The request is that of the SES v1 API reference, "SendRawEmail" and "Common errors".
 */
export function shortenSendRawEmail(client: SESClient): SESClient {
  const shorten: Shorten = (next, context) => (args) => {
    // The middleware before this one puts it there.
    const { commandName, endpointV2 } = context;
    return commandName === 'SendRawEmailCommand' && endpointV2 !== undefined
      ? call(endpointV2.url, args.input as SendRawEmailCommandInput, client.config)
      : next(args);
  };
  client.middlewareStack.addRelativeTo(shorten, {
    name: 'shortenSendRawEmail',
    relation: 'after',
    toMiddleware: 'endpointV2Middleware',
  });
  return client;
}

async function call(
  { protocol, hostname, port, pathname, host }: URL,
  input: SendRawEmailCommandInput,
  config: Config,
): Promise<Answer> {
  const body = bodyOf(input);
  const headers = {
    host,
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(body.length),
  };
  const unsigned = { protocol, hostname, path: pathname, method: 'POST', headers, query: {}, body };
  const signer = await config.signer();
  const request = await signer.sign({ ...unsigned, ...(port !== '' && { port: Number(port) }) });
  const { response } = await config.requestHandler.handle(request as never);
  const { statusCode } = response;
  const answer = await text(response.body);
  const found = (name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(answer)?.[1];
  const MessageId = found('MessageId');
  const $metadata = { httpStatusCode: statusCode };
  if (statusCode === 200 && MessageId !== undefined)
    return { response, output: { MessageId, $metadata } };
  throw new SESServiceException({
    name: found('Code') ?? 'UnknownError',
    message: found('Message') ?? `SES answered with status ${statusCode}`,
    $fault: statusCode < 500 ? 'client' : 'server',
    $metadata,
  });
}

function bodyOf({ RawMessage, Destinations = [], Tags = [], ...input }: SendRawEmailCommandInput) {
  const { Source, ConfigurationSetName } = input;
  const fields = new URLSearchParams({ Action: 'SendRawEmail', Version: '2010-12-01' });
  if (Source !== undefined) fields.append('Source', Source);
  for (const [i, address] of Destinations.entries())
    fields.append(`Destinations.member.${i + 1}`, address);
  for (const [i, { Name = '', Value = '' }] of Tags.entries()) {
    fields.append(`Tags.member.${i + 1}.Name`, Name);
    fields.append(`Tags.member.${i + 1}.Value`, Value);
  }
  if (ConfigurationSetName !== undefined)
    fields.append('ConfigurationSetName', ConfigurationSetName);
  const { buffer = new ArrayBuffer(0), byteOffset, byteLength } = RawMessage?.Data ?? {};
  const data = Buffer.from(buffer, byteOffset, byteLength).toString('base64');
  const encoded = data.replaceAll('+', '%2B').replaceAll('/', '%2F').replaceAll('=', '%3D');
  return Buffer.from(`${fields}&RawMessage.Data=${encoded}`, 'latin1');
}
