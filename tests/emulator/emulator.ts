import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { closedPort } from '../local/closed-port.ts';

/** An emulator of AWS: LocalStack, or moto's server. */
export interface Emulator {
  endpoint: string;
  stop(): Promise<void>;
}

const PATIENCE_MS = 60_000;

/**
 * The emulator that `AWS_ENDPOINT_URL` names, else moto's server where it is installed, else null.
 * Sets the variables by which the SDK's clients find it.
 */
export async function startEmulator(): Promise<Emulator | null> {
  const given = process.env['AWS_ENDPOINT_URL'];
  const emulator = given ? { endpoint: given, stop: async () => undefined } : await startMoto();
  if (emulator === null) return null;
  process.env['AWS_ENDPOINT_URL'] = emulator.endpoint;
  process.env['AWS_REGION'] ??= 'us-east-1';
  process.env['AWS_ACCESS_KEY_ID'] ??= 'test';
  process.env['AWS_SECRET_ACCESS_KEY'] ??= 'test';
  return emulator;
}

async function startMoto(): Promise<Emulator | null> {
  const port = await closedPort();
  const server = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
  const failed = once(server, 'error').then(() => 'not installed' as const);
  const ended = once(server, 'exit').then(() => 'not installed' as const);
  const endpoint = `http://127.0.0.1:${port}`;
  const started = await Promise.race([failed, ended, untilAnswers(endpoint)]);
  if (started !== 'answers') return null;
  const stop = async () => {
    server.kill();
    await ended;
  };
  return { endpoint, stop };
}

async function untilAnswers(endpoint: string): Promise<'answers' | 'silent'> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  while (performance.now() < giveUpAt) {
    const answered = await fetch(`${endpoint}/moto-api/`).then(
      () => true,
      () => false,
    );
    if (answered) return 'answers';
    await sleep(100);
  }
  return 'silent';
}
