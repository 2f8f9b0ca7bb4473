import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { REPLACED_PACKAGES } from '#lib/infra/replaced-packages.ts';
import { median, milliseconds, printMeasurements } from './measure.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const RUNS = 21;

/** The same clients as the deliver function, and nothing else. */
const CLIENTS = `
  export { DynamoDBClient } from '@aws-sdk/client-dynamodb';
  export { DynamoDBDocumentClient, UpdateCommand, QueryCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
  export { S3Client, GetObjectCommand } from '@aws-sdk/client-s3';
  export { SESClient, SendRawEmailCommand, GetSendQuotaCommand } from '@aws-sdk/client-ses';
  export { SecretsManagerClient, GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';`;

/** From the start of Node to the loaded module: the bundle of the deliver function, against one of its clients alone. */
export function benchBundleStart(): void {
  const folder = mkdtempSync(join(tmpdir(), 'parley-start-'));
  try {
    const ours = bundle(folder, 'deliver', `export * from './lambdas/deliver/handler.ts';`);
    const clients = bundle(folder, 'clients', CLIENTS);
    const times: [number[], number[]] = [[], []];
    for (let run = 0; run < RUNS; run++) {
      times[0].push(start(ours));
      times[1].push(start(clients));
    }
    const [own, bare] = [median(times[0]), median(times[1])];
    const peer = `a bundle of the same clients (${milliseconds(bare)})`;
    printMeasurements('Starting', [
      { what: 'the bundle of deliver', value: milliseconds(own), peer, ratio: own / bare },
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** As `ParleyFunction` bundles. */
function bundle(folder: string, name: string, contents: string): string {
  const outfile = join(folder, `${name}.mjs`);
  buildSync({
    stdin: { contents, resolveDir: ROOT },
    outfile,
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    alias: REPLACED_PACKAGES,
    banner: {
      js: "import { createRequire as __r } from 'node:module'; const require = __r(import.meta.url);",
    },
  });
  return outfile;
}

function start(file: string): number {
  const started = performance.now();
  execFileSync(process.execPath, [file]);
  return performance.now() - started;
}
