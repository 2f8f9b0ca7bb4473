import { contentHash } from '#lib/edition/content-hash.ts';
import type { LocalStores } from '#lib/local/open-local.ts';
import type { PostOffice } from '#lib/studio/post-office.ts';
import { deliverDeps, type MailOptions } from '../mail-options.ts';
import { testReader } from '../send/test-reader.ts';
import type { Session } from '../session.ts';

/** The topic whose edition a sample plays. */
const SAMPLE_TOPIC = 'sample';

/**
 * Sends the studio's tests as editions are sent: composed by the same function, into the outbox or over
 * SMTP. The session's address of the public pages is read when a mail is composed.
 */
export function openPostOffice(
  session: Session,
  stores: LocalStores,
  options: MailOptions,
): PostOffice {
  const { smtp } = options;
  return {
    destination: smtp === undefined ? 'the inbox' : `${smtp.host}:${smtp.port}`,
    async send(mail) {
      const { mailer } = await deliverDeps(session, stores, options);
      return mailer.send(mail);
    },
    async compose(mail, to) {
      const deps = await deliverDeps(session, stores, options);
      const at = deps.now();
      const edition = {
        ...mail,
        ...editionFields(at.toISOString()),
        contentHash: contentHash(mail),
      };
      return deps.mails.write(edition, testReader(SAMPLE_TOPIC, to, at.toISOString()), at);
    },
  };
}

function editionFields(at: string) {
  const slot = at.slice(0, 10);
  return {
    schemaVersion: 1 as const,
    id: `${SAMPLE_TOPIC}.${slot}`,
    topicId: SAMPLE_TOPIC,
    topicTitle: SAMPLE_TOPIC,
    slot,
    composedAt: at,
    record: NO_RECORD,
  };
}

const NO_RECORD = {
  articles: [],
  quarantined: [],
  outsideEras: [],
  dropped: [],
  evidence: { then: 0, now: 0 },
  noChange: false,
};
