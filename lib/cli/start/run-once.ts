import { deliveryId } from '#lib/delivery/delivery-id.ts';
import { formatFault } from '#lib/fault.ts';
import type { LocalStores } from '#lib/local/open-local.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { chooseSlot, formatSlot } from '../choose-slot.ts';
import { composeEdition } from '../compose-edition.ts';
import { writeEditionFiles } from '../edition-files.ts';
import { notComposed } from '../not-composed.ts';
import type { Report } from '../report.ts';
import { deliverEdition } from '../send/deliver-edition.ts';
import { holdForApproval } from '../send/hold-for-approval.ts';
import type { Session } from '../session.ts';
import { table } from '../table.ts';
import { readSampleArticles, type SampleCorpus } from './sample-corpus.ts';
import { addSampleReader } from './sample-reader.ts';

/** The topic of the sample corpus. */
export const SAMPLE_TOPIC = 'us-north-korea';

/** Mails whose paths are printed; the others are in the same folder. */
const MAILS_LISTED = 3;

/**
 * The whole way once: articles of the sample corpus if there are none yet, a sample reader if there
 * is no subscriber, the edition that is due, and its mail into the outbox. Run again, it changes nothing.
 */
export async function runOnce(
  session: Session,
  topic: Topic,
  stores: LocalStores,
): Promise<Report> {
  const { settings } = session;
  const corpus = await readSampleArticles(session, topic, stores);
  await addSampleReader(topic, stores, settings.now);
  const slot = chooseSlot(topic, undefined, settings.now);
  const outcome = await composeEdition(session, stores, topic, slot);
  if (!('edition' in outcome)) return notComposed(slot, outcome);
  const { edition } = outcome;
  const held = await holdForApproval(session, stores, topic, edition, {});
  if (held !== null) return held;
  const sent = await deliverEdition(session, stores, edition, {});
  const files = {
    ...(await writeEditionFiles(edition, settings)),
    mails: await mailFiles(edition.id, stores),
  };
  return {
    data: {
      slot,
      edition: edition.id,
      outcome: outcome.kind,
      corpus,
      deliveries: sent.report.deliveries,
      files,
    },
    lines: table([
      ['articles', corpusText(corpus)],
      [
        'edition',
        `${formatSlot(slot)}: ${outcome.kind === 'frozen' ? 'composed' : 'composed before, and kept'}`,
      ],
      ['subject', edition.subject],
      ['mail', sent.summary],
      ['html', files.html],
      ['text', files.text],
      ...files.mails.slice(0, MAILS_LISTED).map((path) => ['mail file', path]),
    ]),
    problems: [...corpus.faults.map(formatFault), ...sent.problems],
  };
}

/** Paths of an edition's mails in the outbox. */
async function mailFiles(editionId: string, { ledger, outbox }: LocalStores): Promise<string[]> {
  const paths: string[] = [];
  for await (const delivery of ledger.list(editionId))
    if (delivery.state === 'sent') paths.push(outbox.path(deliveryId(delivery)));
  return paths;
}

function corpusText({ read, standing }: SampleCorpus): string {
  return read > 0 ? `${read} of the sample corpus` : `${standing} in the store`;
}
