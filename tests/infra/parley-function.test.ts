import { App, Duration, Stack } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { ParleyFunction } from '#lib/infra/parley-function.ts';

/** Synthesises one function that asks for `asked` and is provided with `provided`. */
function synthesise(asked: string[], provided: string[]) {
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
  const fn = new ParleyFunction(new Stack(app, 'Test'), 'Function', {
    folder: 'site',
    description: 'test',
    environment: { shape: Object.fromEntries(asked.map((name) => [name, null])) },
    timeout: Duration.seconds(1),
    memoryMegabytes: 128,
  });
  for (const name of provided) fn.provide(name, 'x');
  return app.synth();
}

describe('ParleyFunction', () => {
  it('does not synthesise without a variable that its wiring asks for', () => {
    expect(() => synthesise(['A', 'B'], ['A'])).toThrow('nobody provides B');
  });

  it('does not synthesise with a variable that nobody reads', () => {
    expect(() => synthesise(['A'], ['A', 'C'])).toThrow('the wiring does not ask for C');
  });
});
