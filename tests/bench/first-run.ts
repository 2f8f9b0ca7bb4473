import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { medianMs, printMeasurements, seconds } from './measure.ts';

const RUNS = 5;

/**
 * `npm start -- --once` on a machine where everything is installed: build, ingest, compose, deliver.
 * Peer: the mjml command line compiling the edition's template once, what a newsletter pays that
 * compiles when it sends.
 */
export async function benchFirstRun(): Promise<void> {
  const run = await medianMs(RUNS, () => {
    const state = mkdtempSync(join(tmpdir(), 'parley-bench-'));
    execFileSync('npm', ['start', '-s', '--', '--once', '--state', state], { stdio: 'ignore' });
    rmSync(state, { recursive: true });
  });
  const peer = await medianMs(RUNS, () =>
    execFileSync('npx', ['mjml', 'templates/edition.mjml', '-s'], { stdio: 'ignore' }),
  );
  printMeasurements('First run', [
    {
      what: 'npm start -- --once, state folder empty',
      value: seconds(run),
      peer: 'mjml compiling the template',
      ratio: run / peer,
    },
  ]);
}
