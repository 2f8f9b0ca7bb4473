import * as z from 'zod/mini';
import { parseWith, type Parsed } from '#lib/fault.ts';
import { parseDeliveryId } from './delivery-id.ts';
import type { DeliveryEvent, EventType } from './delivery.ts';
import type { LetterEvent } from './letter-feedback.ts';
import { parseLetterId } from './letter-id.ts';
import { withoutAddresses } from './without-addresses.ts';

/*
 * Forms of SES's notifications: SES developer guide, "Examples of event data that Amazon SES publishes to
 * Amazon SNS" (`eventType`, with the tags of the mail) and "Amazon SNS notification examples"
 * (`notificationType`, of an identity, with the mail's headers where they are switched on).
 */

/**
 * What a message of the feedback queue tells. event: of a delivery. letter: of a letter to a subscriber. beside: of a mail
 * to the operator, such as a report, whose tag is its name. foreign: of a mail that Parley did not send. ignored: nothing
 * that is kept.
 */
export type Feedback =
  | { kind: 'event'; event: DeliveryEvent }
  | { kind: 'letter'; event: LetterEvent }
  | { kind: 'beside'; mail: string; type: EventType; reason: string | null }
  | { kind: 'foreign'; what: string; messageId: string }
  | { kind: 'ignored'; what: string };

const instant = z
  .string()
  .check(
    z.refine((text) => !Number.isNaN(Date.parse(text)), 'an instant such as 2026-11-16T07:00:00Z'),
  );

const At = z.object({ timestamp: instant });

const Mail = z.object({
  timestamp: instant,
  messageId: z.string(),
  tags: z.optional(z.record(z.string(), z.array(z.string()))),
  headers: z.optional(z.array(z.object({ name: z.string(), value: z.string() }))),
});

const Notification = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Send'), mail: Mail }),
  z.object({ type: z.literal('Delivery'), mail: Mail, delivery: At }),
  z.object({
    type: z.literal('DeliveryDelay'),
    mail: Mail,
    deliveryDelay: z.object({ timestamp: instant, delayType: z.optional(z.string()) }),
  }),
  z.object({
    type: z.literal('Bounce'),
    mail: Mail,
    bounce: z.object({
      timestamp: instant,
      bounceType: z.string(),
      bounceSubType: z.optional(z.string()),
      bouncedRecipients: z.optional(z.array(z.object({ diagnosticCode: z.optional(z.string()) }))),
    }),
  }),
  z.object({
    type: z.literal('Complaint'),
    mail: Mail,
    complaint: z.object({
      timestamp: instant,
      complaintFeedbackType: z.optional(z.nullable(z.string())),
    }),
  }),
  z.object({
    type: z.literal('Reject'),
    mail: Mail,
    reject: z.object({ reason: z.optional(z.string()) }),
  }),
  z.object({
    type: z.literal('RenderingFailure'),
    mail: Mail,
    failure: z.object({ errorMessage: z.optional(z.string()) }),
  }),
]);
type Notification = z.infer<typeof Notification>;

const KEPT = new Set([
  'Send',
  'Delivery',
  'DeliveryDelay',
  'Bounce',
  'Complaint',
  'Reject',
  'RenderingFailure',
]);

/** The message of SNS around a notification, where the subscription is not one for raw messages. */
const Envelope = z.object({ Type: z.literal('Notification'), Message: z.string() });

/**
 * Reads a message of the feedback queue: a notification of SES, by itself or in SNS's envelope.
 * @param source the message's id, for faults
 */
export function parseFeedback(body: string, source: string): Parsed<Feedback> {
  const outer = parseJson(body);
  const envelope = Envelope.safeParse(outer);
  // "Successfully validated SNS topic for Amazon SES event publishing." is no JSON, and no fault.
  const inner = envelope.success ? (parseJson(envelope.data.Message) ?? {}) : outer;
  if (inner === undefined)
    return {
      ok: false,
      faults: [{ source, field: '', expected: 'a notification of SES as JSON' }],
    };
  const type = typeOf(inner);
  if (!KEPT.has(type) && (envelope.success || type !== ''))
    return { ok: true, value: { kind: 'ignored', what: type || 'a message of SNS' } };
  const parsed = parseWith(Notification, { ...(inner as object), type }, source);
  return parsed.ok ? { ok: true, value: toFeedback(parsed.value) } : parsed;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** "Rendering Failure" → "RenderingFailure"; "" where it has no type. */
function typeOf(notification: unknown): string {
  const { eventType, notificationType } = Object(notification) as Record<string, unknown>;
  const type = eventType ?? notificationType;
  return typeof type === 'string' ? type.replaceAll(' ', '') : '';
}

function toFeedback(notification: Notification): Feedback {
  const { mail, type } = notification;
  const { messageId } = mail;
  const told = whatIsTold(notification);
  if (told === null) return { kind: 'ignored', what: `${type}: not spam` };
  const reason = told.reason === null ? null : shortened(told.reason);
  const id = idOf(mail);
  if (NAME.test(id)) return { kind: 'beside', mail: id, type: told.type, reason };
  const sentAt = new Date(mail.timestamp).toISOString();
  const at = new Date(told.at ?? mail.timestamp).toISOString();
  const delivery = parseDeliveryId(id);
  if (delivery !== null)
    return {
      kind: 'event',
      event: { ...delivery, type: told.type, at, sentAt, messageId, reason },
    };
  const letter = parseLetterId(id);
  if (letter !== null)
    return { kind: 'letter', event: { ...letter, type: told.type, at, sentAt, reason } };
  return { kind: 'foreign', what: type, messageId };
}

interface Told {
  type: EventType;
  /** Undefined: when the mail was taken. */
  at?: string;
  reason: string | null;
}

function whatIsTold(notification: Notification): Told | null {
  switch (notification.type) {
    case 'Send':
      return { type: 'send', reason: null };
    case 'Delivery':
      return { type: 'delivery', at: notification.delivery.timestamp, reason: null };
    case 'DeliveryDelay': {
      const { timestamp, delayType } = notification.deliveryDelay;
      return { type: 'delay', at: timestamp, reason: delayType ?? null };
    }
    case 'Bounce':
      return bounceTold(notification.bounce);
    case 'Complaint': {
      const { timestamp, complaintFeedbackType: kind } = notification.complaint;
      // RFC 5965, section 7.3: the reader took the mail out of the spam folder.
      return kind === 'not-spam'
        ? null
        : { type: 'complaint', at: timestamp, reason: kind ?? null };
    }
    case 'Reject':
      return { type: 'reject', reason: notification.reject.reason ?? 'rejected by SES' };
    case 'RenderingFailure':
      return { type: 'reject', reason: notification.failure.errorMessage ?? 'rendering failed' };
  }
}

/** Only a permanent bounce says that the address takes no mail; "Undetermined" does not. */
function bounceTold(bounce: Extract<Notification, { type: 'Bounce' }>['bounce']): Told {
  const { timestamp, bounceType, bounceSubType, bouncedRecipients } = bounce;
  const [recipient] = bouncedRecipients ?? [];
  const parts = [bounceType, bounceSubType, recipient?.diagnosticCode];
  return {
    type: bounceType === 'Permanent' ? 'bounce' : 'soft-bounce',
    at: timestamp,
    reason: parts.filter((part) => part !== undefined).join(', '),
  };
}

/** Of a mail to the operator. The ids of deliveries and letters have several parts. */
const NAME = /^[a-z]+(-[a-z]+)*$/;

/** The tag that the mail was sent with; without tags, the id of several parts in its own Message-ID. */
function idOf({ tags, headers }: z.infer<typeof Mail>): string {
  const [tag] = tags?.['delivery'] ?? [];
  if (tag !== undefined) return tag;
  const header = headers?.find(({ name }) => name.toLowerCase() === 'message-id')?.value ?? '';
  return /^<(?<id>[^@>]+\.[^@>]+)@/.exec(header.trim())?.groups?.['id'] ?? '';
}

const REASON_MAX_CHARS = 300;

/** Mail servers repeat the address in their answers; it belongs neither in the ledger nor in a log. */
const shortened = (reason: string) => withoutAddresses(reason).slice(0, REASON_MAX_CHARS);
