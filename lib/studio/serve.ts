import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import type { Hono } from 'hono';

/** A server that listens. */
export interface Running {
  /** "http://127.0.0.1:4600", without a slash at the end. */
  url: string;
  /** Whether the wanted port was taken, so that another one is used. */
  moved: boolean;
  /** Stops listening and drops open connections. */
  close(): Promise<void>;
}

/** Loopback only: the pages show subscribers' addresses and have no login. */
const HOST = '127.0.0.1';
const PORTS_TRIED = 20;

/**
 * Serves an app on the wanted port of the loopback address, or on the next free one. Port 0 takes any.
 * @throws Error with code EADDRINUSE where the next twenty ports are taken too
 */
export async function serveLocally(app: Hono, wantedPort: number): Promise<Running> {
  for (let port = wantedPort; ; port++) {
    const server = createAdaptorServer({ fetch: app.fetch, hostname: HOST });
    try {
      return running(server, await listen(server, port), wantedPort);
    } catch (error) {
      if (!isTaken(error) || port + 1 >= wantedPort + PORTS_TRIED) throw error;
    }
  }
}

function listen(server: ServerType, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => resolve((server.address() as AddressInfo).port));
  });
}

function running(server: ServerType, port: number, wantedPort: number): Running {
  return {
    url: `http://${HOST}:${port}`,
    moved: wantedPort !== 0 && port !== wantedPort,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        // A browser keeps its connections open; waiting for it would make Ctrl-C hang.
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
