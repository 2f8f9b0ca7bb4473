/** A notification of SES about a mail of the sample edition, as it publishes events; made up, in its documented form. */
export function sesNotification(
  eventType: string,
  details: Record<string, unknown> = {},
  mail: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    eventType,
    mail: {
      timestamp: '2026-01-05T07:00:01.000Z',
      source: 'digest@example.com',
      messageId: 'ses-1',
      destination: ['s00@example.com'],
      tags: { edition: ['harbour-talks_2026-01-05'], delivery: ['harbour-talks_2026-01-05_s00'] },
      ...mail,
    },
    ...details,
  };
}

const timestamp = '2026-01-05T07:01:00.000Z';

export const hardBounce = {
  bounce: {
    bounceType: 'Permanent',
    bounceSubType: 'General',
    bouncedRecipients: [
      { emailAddress: 's00@example.com', diagnosticCode: 'smtp; 550 <s00@example.com> unknown' },
    ],
    timestamp,
    feedbackId: '1',
  },
};
export const softBounce = { bounce: { ...hardBounce.bounce, bounceType: 'Transient' } };
export const complaint = { complaint: { complaintFeedbackType: 'abuse', timestamp } };

/** The message that SNS puts around a notification. */
export const inEnvelope = (message: unknown): string =>
  JSON.stringify({
    Type: 'Notification',
    MessageId: 'sns-1',
    Message: typeof message === 'string' ? message : JSON.stringify(message),
  });
