import { createServer, type AddressInfo, type Server } from 'node:net';
import { Hono } from 'hono';
import { afterEach, expect, it } from 'vitest';
import { serveLocally, type Running } from '#lib/studio/serve.ts';

const open: (Running | Server)[] = [];
afterEach(async () => {
  await Promise.all(
    open
      .splice(0)
      .map((each) => ('url' in each ? each.close() : new Promise((done) => each.close(done)))),
  );
});

const app = new Hono().get('/', (context) => context.text('here'));

async function takenPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  open.push(server);
  return (server.address() as AddressInfo).port;
}

it('serves on the loopback address and says where', async () => {
  const running = await serveLocally(app, 0);
  open.push(running);
  expect(running.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(running.moved).toBe(false);
  expect(await (await fetch(running.url)).text()).toBe('here');
});

it('takes the next port where the wanted one is taken, and says so', async () => {
  const wanted = await takenPort();
  const running = await serveLocally(app, wanted);
  open.push(running);
  expect(running.moved).toBe(true);
  expect(Number(new URL(running.url).port)).toBeGreaterThan(wanted);
});

it('closes although a browser keeps its connection open', async () => {
  const running = await serveLocally(app, 0);
  await fetch(running.url, { headers: { connection: 'keep-alive' } });
  await running.close();
  await expect(fetch(running.url)).rejects.toThrow();
});
