import { fault, judged, ok, type Advice, type Check } from './check.ts';
import type { StackFacts } from './stack-facts.ts';

const QUEUES: Record<keyof StackFacts['deadLetters'], { name: string } & Advice> = {
  delivery: {
    name: 'deliveries given up',
    lost: 'subscribers who did not get an edition',
    next: 'parley redrive delivery --dry-run --remote tells which; repair what failed, then without --dry-run',
  },
  feedback: {
    name: 'events given up',
    lost: 'bounces and complaints that nobody took in',
    next: 'parley redrive feedback --dry-run --remote tells which; repair what failed, then without --dry-run',
  },
  missed: {
    name: 'slots missed',
    lost: 'an edition that was not composed when it was due',
    next: 'parley status --remote tells which; parley send --slot DATE --remote makes up for it',
  },
};

/** Whether there are messages that nobody could handle. */
export function queueChecks(deadLetters: StackFacts['deadLetters']): Check[] {
  return (['delivery', 'feedback', 'missed'] as const).map((queue) => {
    const { name, lost, next } = QUEUES[queue];
    return judged(name, deadLetters[queue], (letters) =>
      letters === 0 ? ok(name, 'none') : fault(name, String(letters), { lost, next }),
    );
  });
}
