import { join } from 'node:path';
import { personalise } from '#lib/briefing/placeholders.ts';
import type { Edition } from '#lib/edition/edition.ts';
import { replaceFile } from '#lib/local/write-file.ts';
import type { Settings } from './settings.ts';

/** Files with an edition as it can be opened, beside the frozen one. */
export interface EditionFiles {
  html: string;
  text: string;
}

/**
 * Writes an edition's HTML and text, without what belongs to one reader, and says where.
 * @param isTrial an edition that is not frozen gets a name of its own
 */
export async function writeEditionFiles(
  edition: Edition,
  { stateFolder, siteUrl }: Pick<Settings, 'stateFolder' | 'siteUrl'>,
  isTrial = false,
): Promise<EditionFiles> {
  const path =
    join(stateFolder, 'editions', edition.topicId, edition.slot) + (isTrial ? '.dry-run' : '');
  const files = { html: `${path}.html`, text: `${path}.txt` };
  const links = {
    viewUrl: `${siteUrl}/editions/${edition.id}`,
    unsubscribeUrl: `${siteUrl}/unsubscribe`,
  };
  await replaceFile(files.html, personalise(edition.html, links));
  await replaceFile(files.text, personalise(edition.text, links));
  return files;
}
