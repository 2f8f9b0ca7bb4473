import * as z from 'zod/mini';
import type { Brand } from '#lib/briefing/brand.ts';
import type { Wording } from '#lib/briefing/wording.ts';
import { parseWith, type Parsed } from '#lib/fault.ts';
import { approvalMail } from './approval-mail.ts';
import { changedMail } from './changed-mail.ts';
import { confirmMail } from './confirm-mail.ts';
import { goodbyeMail } from './goodbye-mail.ts';
import { lateMail } from './late-mail.ts';
import type { MailKind } from './mail-kind.ts';
import { noticeMail } from './notice-mail.ts';
import { viewMail } from './render-mail.ts';
import { reportMail } from './report-mail.ts';
import { welcomeMail } from './welcome-mail.ts';

/** What every view has. */
interface AnyView {
  language: string;
  preheader: string;
}

/** Makes the view of a sample: its facts in the brand and the wording at hand. */
export type SampleViewer = (
  data: unknown,
  source: string,
  brand: Brand,
  wordingOf: (language: string) => Wording,
) => Parsed<AnyView>;

/** The mails beside the editions by the name of their templates; `templates/samples/NAME/` holds facts of each. */
export const SAMPLE_VIEWERS: ReadonlyMap<string, SampleViewer> = new Map([
  viewerOf(confirmMail),
  viewerOf(welcomeMail),
  viewerOf(noticeMail),
  viewerOf(changedMail),
  viewerOf(goodbyeMail),
  viewerOf(approvalMail),
  viewerOf(lateMail),
  viewerOf(reportMail),
]);

function viewerOf<Facts, View extends AnyView>(
  kind: MailKind<Facts, View>,
): [string, SampleViewer] {
  const Sample = z.strictObject({ language: z.string(), facts: kind.facts });
  return [
    kind.name,
    (data, source, brand, wordingOf) => {
      const sample = parseWith(Sample, data, source);
      if (!sample.ok) return sample;
      const { language, facts } = sample.value;
      return viewMail(kind, facts as Facts, brand, wordingOf(language));
    },
  ];
}
