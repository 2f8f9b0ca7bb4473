import { fault, judged, ok, type Check, type Reading } from './check.ts';

/** AWS refuses requests whose clock is off by more ("Troubleshooting AWS Signature Version 4"). */
const MOST_MS = 5 * 60_000;

/** Whether this machine's clock is right. @param ahead milliseconds that the other clock is ahead */
export function clockCheck(ahead: Reading<number>): Check {
  return judged('clock', ahead, (milliseconds) => {
    const seconds = Math.round(Math.abs(milliseconds) / 1_000);
    if (Math.abs(milliseconds) <= MOST_MS) return ok('clock', `within ${seconds} s of AWS`);
    return fault(
      'clock',
      `${Math.round(seconds / 60)} minutes ${milliseconds > 0 ? 'slow' : 'fast'}`,
      {
        lost: 'AWS refuses requests, and slots are taken for others',
        next: 'set the clock by the network (timedatectl set-ntp true)',
      },
    );
  });
}
