import { join } from 'node:path';
import { withoutReader } from '#lib/briefing/placeholders.ts';
import type { Edition } from '#lib/edition/edition.ts';
import { replaceFile } from '#lib/local/write-file.ts';
import { editionUrl } from '#lib/subscription/links.ts';
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
  { stateFolder, siteUrl, remote }: Pick<Settings, 'stateFolder' | 'siteUrl' | 'remote'>,
  isTrial = false,
): Promise<EditionFiles> {
  // Beside the editions of this machine, a stack's would look like more of them.
  const folder = remote === null ? ['editions'] : ['remote', remote];
  const path =
    join(stateFolder, ...folder, edition.topicId, edition.slot) + (isTrial ? '.dry-run' : '');
  const files = { html: `${path}.html`, text: `${path}.txt` };
  const viewUrl = editionUrl(siteUrl, edition.id);
  await replaceFile(files.html, withoutReader(edition.html, viewUrl, siteUrl));
  await replaceFile(files.text, withoutReader(edition.text, viewUrl, siteUrl));
  return files;
}
