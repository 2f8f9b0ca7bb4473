import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing } from './is-missing.ts';

/** A mail that has a template, with the names of its samples. */
export interface MailSamples {
  mail: string;
  samples: string[];
}

/** What a path of the studio may name: no separator and no leading dot, so that no request leaves the samples' folder (`../../etc/passwd`). */
const NAME = /^[a-z0-9][a-z0-9-]*$/;

/** Mails in a folder of templates, in their order, with what stands in `samples/MAIL/`. */
export async function listSamples(folder: string): Promise<MailSamples[]> {
  const templates = (await readdir(folder)).filter((name) => name.endsWith('.mjml')).sort();
  const mails = templates.map((name) => name.slice(0, -'.mjml'.length));
  return Promise.all(
    mails.map(async (mail) => ({
      mail,
      samples: await sampleNames(join(folder, 'samples', mail)),
    })),
  );
}

async function sampleNames(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  const samples = names.filter((name) => name.endsWith('.json')).sort();
  return samples.map((name) => name.slice(0, -'.json'.length)).filter((name) => NAME.test(name));
}

/** The path in the folder, and the text of a sample; null where there is none of that name. */
export async function readSample(
  folder: string,
  mail: string,
  sample: string,
): Promise<{ file: string; source: string } | null> {
  if (!NAME.test(mail) || !NAME.test(sample)) return null;
  const file = `samples/${mail}/${sample}.json`;
  try {
    return { file, source: await readFile(join(folder, file), 'utf8') };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
