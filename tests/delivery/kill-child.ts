import { openLocal } from '#lib/local/open-local.ts';
import { watchedSend, type WatchedRun } from './watched-send.ts';

/** Sends, and kills itself with SIGKILL the third time it comes to a step. Arguments: the run as JSON, the step. */
const [json = '', step = ''] = process.argv.slice(2);
const run = JSON.parse(json) as WatchedRun;
let passes = 0;

await watchedSend(run, await openLocal(run.folder), (at) => {
  if (at === step) passes += 1;
  if (passes === 3) process.kill(process.pid, 'SIGKILL');
});
