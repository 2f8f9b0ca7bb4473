import type { SentMail } from './ses-tally.ts';
import { fateOf, type EventBehaviour } from './ses-behaviour.ts';

/** A message of the feedback queue, and when SES puts it there (milliseconds since 1970, bench time). */
export interface Told {
  body: string;
  at: number;
}

/** What SES tells of a mail that it took: Send, and what became of it by its address. Each form that SES has, in turns. */
export function eventsOf(
  mail: SentMail,
  sesId: string,
  { lostShare, twiceShare, afterMs: [least, most] }: EventBehaviour,
  { now, random }: { now: number; random: () => number },
): Told[] {
  const told: Told[] = [];
  for (const detail of ['Send', ...OUTCOMES[fateOf(mail.destination)]]) {
    const copies = random() < lostShare ? 0 : random() < twiceShare ? 2 : 1;
    for (let i = 0; i < copies; i++) {
      const at = now + Math.round((least + random() * (most - least)) / STEP_MS) * STEP_MS;
      told.push({ at, body: bodyOf(detail, mail, sesId, { now, random }) });
    }
  }
  return told;
}

/** Later events come in steps, so that the clock has few places to stop at. */
const STEP_MS = 60_000;

const OUTCOMES = {
  fine: ['Delivery'],
  rejected: [],
  bounce: ['Bounce'],
  complaint: ['Delivery', 'Complaint'],
} as const;

const DETAILS: Record<string, (timestamp: string) => object> = {
  Send: () => ({ send: {} }),
  Delivery: (timestamp) => ({ delivery: { timestamp } }),
  Bounce: (timestamp) => ({
    bounce: { bounceType: 'Permanent', bounceSubType: 'General', timestamp },
  }),
  Complaint: (timestamp) => ({ complaint: { complaintFeedbackType: 'abuse', timestamp } }),
};

/** Event publishing or identity notification, by itself or in SNS's envelope. */
function bodyOf(
  type: string,
  mail: SentMail,
  sesId: string,
  { now, random }: { now: number; random: () => number },
): string {
  const timestamp = new Date(now).toISOString();
  const isPublished = type === 'Send' || random() < 0.5;
  const named = isPublished
    ? { tags: { delivery: [mail.tag] } }
    : { headers: [{ name: 'Message-ID', value: `<${mail.messageId}@example.com>` }] };
  const notification = JSON.stringify({
    [isPublished ? 'eventType' : 'notificationType']: type,
    mail: { timestamp, messageId: sesId, ...named },
    ...DETAILS[type]?.(timestamp),
  });
  const isRaw = random() < 0.5;
  return isRaw ? notification : JSON.stringify({ Type: 'Notification', Message: notification });
}
