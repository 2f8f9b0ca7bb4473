import { create as createDomain } from 'node:domain';
import { mkdir } from 'node:fs/promises';
import type { RequestListener, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import dynalite from 'dynalite';

/** A DynamoDB in this process, its data in `folder`. */
export interface DatabaseServer {
  port: number;
  close(): Promise<void>;
}

/** Where a server of this kind says which one it is. */
export const IDENTITY_PATH = '/parley-identity';

/**
 * Starts dynalite on a free loopback port. Two on one folder end the process (an error event that
 * nobody can catch), so the caller holds a lock.
 * @param identity what is answered at `IDENTITY_PATH`, so that a stranger on the port is told apart
 */
export async function startDatabaseServer(
  folder: string,
  identity: string,
): Promise<DatabaseServer> {
  await mkdir(folder, { recursive: true });
  const server = dynalite({ path: folder, createTableMs: 0 });
  const listeners = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  server.on('request', guarded(listeners, identity));
  await listen(server);
  // Work in hand keeps the process alive; a server that nobody uses should not.
  server.unref();
  return { port: (server.address() as AddressInfo).port, close: () => close(server) };
}

function guarded(listeners: RequestListener[], identity: string): RequestListener {
  return (request, response) => {
    if (request.url === IDENTITY_PATH) {
      response.end(identity);
      return;
    }
    // dynalite throws an error of LevelDB (a full disk) from a callback, which would end this
    // process; nothing but a domain can catch it there and knows whose request it was.
    const work = createDomain();
    work.add(request);
    work.on('error', (error) => refuse(response, error));
    work.run(() => listeners.forEach((listener) => listener(request, response)));
    // dynalite throws where a client dies in the middle of a request too.
    request.removeAllListeners('error').on('error', () => response.destroy());
  };
}

/** An answer that the SDK takes for final: what LevelDB refused once it refuses until it is opened anew. */
function refuse(response: ServerResponse, error: Error): void {
  response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' });
  response.end(JSON.stringify({ __type: 'LocalDatabaseError', message: error.message }));
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
  });
}
