import { SendRawEmailCommand, type SESClient } from '@aws-sdk/client-ses';
import { reasonOf } from '#lib/dependency-error.ts';
import { toTag } from '#lib/delivery/delivery-id.ts';
import type { Mailer, MailOutcome, OutgoingMail } from '#lib/delivery/mailer.ts';
import { sesOutcome } from './ses-outcome.ts';

/** Mail through SES, one recipient a call. Its client must not retry by itself: see `sesClient`. */
export class SesMailer implements Mailer {
  /** @param configurationSet publishes the events of these mails; null: none does */
  constructor(
    private readonly client: SESClient,
    private readonly configurationSet: string | null = null,
  ) {}

  async send({ from, to, raw, editionId, deliveryId }: OutgoingMail): Promise<MailOutcome> {
    const command = new SendRawEmailCommand({
      Source: from,
      Destinations: [to],
      RawMessage: { Data: raw },
      Tags: [
        { Name: 'edition', Value: toTag(editionId) },
        { Name: 'delivery', Value: toTag(deliveryId) },
      ],
      ...(this.configurationSet !== null && { ConfigurationSetName: this.configurationSet }),
    });
    try {
      const { MessageId } = await this.client.send(command);
      return MessageId === undefined
        ? { kind: 'unknown', reason: 'SES answered without a message id' }
        : { kind: 'accepted', messageId: MessageId };
    } catch (error) {
      return sesOutcome(error, reasonOf(error));
    }
  }
}
