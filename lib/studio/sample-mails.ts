import { html } from 'hono/html';
import { headersOf, type PostOffice } from './post-office.ts';
import type { ShownMail } from './shown-mail.ts';
import type { Workshop } from './workshop.ts';

/** Address of a sample's page. */
export const samplePath = (mail: string, sample: string): string =>
  `/studio/samples/${encodeURIComponent(mail)}/${encodeURIComponent(sample)}`;

/** A mail that every subscriber gets must have a list's headers; others answer one reader. */
const FOR_LIST = 'edition';

/** The sample of a mail, as the template makes it now; null where there is none of that name. */
export async function sampleMail(
  mail: string,
  sample: string,
  { workshop, office }: { workshop: Workshop; office: PostOffice },
): Promise<ShownMail | null> {
  const shown = await workshop.show(mail, sample);
  if (shown === null) return null;
  const { rendered, language } = shown;
  const isForList = mail === FOR_LIST;
  return {
    path: samplePath(mail, sample),
    about: html`<code>templates/${mail}.mjml</code> · sample <code>${sample}</code>`,
    parts: rendered,
    language,
    headers: async () =>
      rendered && isForList ? headersOf({ ...rendered, language }, office) : [],
    isForList,
    faults: [...workshop.faults(), ...shown.faults],
    canBeSent: rendered !== null,
  };
}
