import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * An account with signing keys and nothing else, over the wire: every bucket is empty, and what is
 * not foreseen here is refused.
 */
export async function startFakeAws(): Promise<{ url: string; close: () => void }> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => void server.close() };
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const isSecret = request.headers['x-amz-target'] === 'secretsmanager.GetSecretValue';
  const isList = request.url?.includes('list-type=2') ?? false;
  if (isSecret) {
    const secret = JSON.stringify({ current: 'k1', k1: 'A'.repeat(64) });
    response.setHeader('content-type', 'application/x-amz-json-1.1');
    response.end(JSON.stringify({ SecretString: secret }));
  } else if (request.method === 'GET' && isList)
    response.end('<ListBucketResult><KeyCount>0</KeyCount></ListBucketResult>');
  else if (request.method === 'GET')
    response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>');
  else response.writeHead(403).end('<Error><Code>AccessDenied</Code></Error>');
}
