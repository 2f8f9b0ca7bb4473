import { randomInt } from 'node:crypto';
import { buildScripts, removeScripts } from './fork-bench.ts';
import { readOptions } from './options.ts';
import { HEADING, linesOf } from './print-row.ts';
import { runScenario } from './run-scenario.ts';
import { FULL_SCENARIOS, SCENARIOS } from './scenarios.ts';

/**
 * `npm run faults [-- NAME…] [--full] [--seed N]`: sends editions through the code that sends, with everything about
 * it going wrong, and prints who was mailed twice and who was left out. Ends with 1 where a row is not as it has to
 * be, with 2 where an argument is wrong. The rules of the bench stand in CONTRIBUTING.md.
 */
const options = readOptions(
  process.argv.slice(2),
  { quick: SCENARIOS, full: FULL_SCENARIOS },
  randomInt(1_000_000),
);
if (typeof options === 'string') {
  console.error(options);
  process.exitCode = 2;
} else {
  await buildScripts();
  console.log(`seed ${options.seed}\n${HEADING}`);
  let broken = 0;
  for (const scenario of options.scenarios) {
    const row = await runScenario(scenario, options.seed);
    console.log(linesOf(row).join('\n'));
    if (row.breaks.length > 0) broken += 1;
  }
  await removeScripts();
  const as = broken === 0 ? 'all as they have to be' : `${broken} not as they have to be`;
  console.log(`${options.scenarios.length} scenarios, ${as}`);
  process.exitCode = broken === 0 ? 0 : 1;
}
